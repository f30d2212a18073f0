/** Counts what a handler does, for `/metrics`. */
export interface Meter {
  request(method: string, route: string, status: number, seconds: number): void;
  decision(path: string): void;
  /** Requests in progress. */
  readonly current: { inProgress: number };
  /** All of it as lines of the Prometheus text format. */
  text(): string;
}

// From a tenth of a millisecond, where decisions are, to the longest that a body may take.
const BUCKETS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10];

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/*
 * prom-client needs modules of Node, and the handler runs at the edge too; the format is a few lines:
 * https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export const createMeter = (): Meter => {
  const requests = new Map<string, number>();
  const durations = new Map<string, Histogram>();
  const decisions = new Map<string, number>();
  const current = { inProgress: 0 };
  return {
    current,
    request(method, route, status, seconds) {
      add(requests, labels({ method, route, status: String(status) }));
      const key = labels({ route });
      let histogram = durations.get(key);
      if (histogram === undefined) {
        histogram = { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
        durations.set(key, histogram);
      }
      histogram.sum += seconds;
      histogram.count += 1;
      const index = BUCKETS.findIndex((bound) => seconds <= bound);
      if (index !== -1) histogram.buckets[index] = (histogram.buckets[index] ?? 0) + 1;
    },
    decision(path) {
      add(decisions, labels({ path }));
    },
    text: () =>
      [
        ...family("amrnci_http_requests_total", "counter", "Requests answered.", requests),
        ...histograms(durations),
        ...family("amrnci_decisions_total", "counter", "Decisions made.", decisions),
        ...gauge("amrnci_http_requests_in_progress", "Requests in progress.", current.inProgress),
        "",
      ].join("\n"),
  };
};

/** A gauge with one value. */
export const gauge = (name: string, help: string, value: number, names = ""): string[] =>
  family(name, "gauge", help, new Map([[names, value]]));

/** Labels as they stand behind a name. */
export const labels = (named: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(named).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `{${pairs.join(",")}}`;
};

const escaped = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const family = (
  name: string,
  type: "counter" | "gauge",
  help: string,
  values: ReadonlyMap<string, number>,
): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...[...values].map(([names, value]) => `${name}${names} ${value}`),
];

const histograms = (all: ReadonlyMap<string, Histogram>): string[] => {
  const name = "amrnci_http_request_duration_seconds";
  const lines = [`# HELP ${name} Time from a request to its answer.`, `# TYPE ${name} histogram`];
  for (const [key, { buckets, sum, count }] of all) {
    let below = 0;
    BUCKETS.forEach((bound, index) => {
      below += buckets[index] ?? 0;
      lines.push(`${name}_bucket${key.slice(0, -1)},le="${bound}"} ${below}`);
    });
    lines.push(`${name}_bucket${key.slice(0, -1)},le="+Inf"} ${count}`);
    lines.push(`${name}_sum${key} ${sum}`, `${name}_count${key} ${count}`);
  }
  return lines;
};
