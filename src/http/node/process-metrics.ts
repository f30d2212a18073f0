import { monitorEventLoopDelay } from "node:perf_hooks";
import { gauge } from "../metrics/meter.js";

/** What Prometheus expects of every process, and how long Node's event loop was held up. */
export const processMetrics = (): { text(): string; stop(): void } => {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const started = Date.now() / 1_000 - process.uptime();
  return {
    stop: () => delay.disable(),
    text: () => {
      const { user, system } = process.cpuUsage();
      const lines = [
        "# HELP process_cpu_seconds_total Time on the processor.",
        "# TYPE process_cpu_seconds_total counter",
        `process_cpu_seconds_total ${(user + system) / 1e6}`,
        ...gauge("process_resident_memory_bytes", "Memory in use.", process.memoryUsage.rss()),
        ...gauge("process_start_time_seconds", "Start, since 1970.", started),
        ...gauge(
          "nodejs_eventloop_lag_p99_seconds",
          "How late the event loop was, since the last scrape.",
          Number.isFinite(delay.percentile(99)) ? delay.percentile(99) / 1e9 : 0,
        ),
        "",
      ];
      delay.reset();
      return lines.join("\n");
    },
  };
};
