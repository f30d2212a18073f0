import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const LINES = Number(process.env.BENCH_LINES ?? 100_000);

/** Lines a second and memory of the `batch` command, as a process, and how its memory grows. */
export const batchRun = async (root: string, line: string): Promise<string> => {
  const run = async (lines: number): Promise<{ seconds: number; megabytes: number }> => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, ["dist/cli.js", "batch"], {
      cwd: root,
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdout.resume();
    let peak = 0;
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${String(child.pid)}/status`, "utf8");
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {
        // Elsewhere than on Linux there is no such file, and no figure.
      }
    }, 100);
    for (let n = 0; n < lines; n++) {
      if (!child.stdin.write(`${line}\n`)) await once(child.stdin, "drain");
    }
    child.stdin.end();
    await once(child, "close");
    clearInterval(watch);
    return {
      seconds: Number(process.hrtime.bigint() - start) / 1e9,
      megabytes: Math.round(peak / 1024),
    };
  };
  const small = await run(Math.ceil(LINES / 10));
  const large = await run(LINES);
  return `${LINES.toLocaleString("en")} lines through \`amrnci batch\` in one thread: ${large.seconds.toFixed(1)} s, ${(LINES / large.seconds).toFixed(0)} lines a second, peak memory ${large.megabytes} MB (${small.megabytes} MB for a tenth of the lines).`;
};
