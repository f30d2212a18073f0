// The `batch` command as a process, beside the hand-written decision in the same harness.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { cpuOf } from "./process.js";
import { ratio } from "./time.js";

const LINES = Number(process.env.BENCH_LINES ?? 100_000);

/** What a process took for its lines. */
export interface Fed {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** Rows of the table of batches, as Markdown. */
export const batchRows = async (root: string, line: string): Promise<string[]> => {
  const peer = join(root, ".cache/bench/hand-batch.js");
  mkdirSync(join(root, ".cache/bench"), { recursive: true });
  await build({
    entryPoints: [join(root, "scripts/bench/hand/batch.ts")],
    outfile: peer,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
  const cli = join(root, "dist/cli.js");
  const hand = await feed([peer, join(root, "build/data.json")], line, LINES);
  const tenth = await feed([cli, "batch"], line, Math.ceil(LINES / 10));
  const one = await feed([cli, "batch"], line, LINES);
  const two = await feed([cli, "batch", "--workers", "2"], line, LINES);
  const row = (name: string, { wall, cpu, megabytes }: Fed, lines = LINES): string => {
    const rate = (ms: number): string => Math.round((lines / ms) * 1_000).toLocaleString("en");
    return `| ${name} | ${rate(wall)} | ${rate(cpu)} | ${String(megabytes)} |`;
  };
  return [
    row("hand-written, one thread", hand),
    row("`amrnci batch`, a tenth of the lines", tenth, Math.ceil(LINES / 10)),
    row("`amrnci batch`", one),
    row("`amrnci batch --workers 2`", two),
    "",
    `\`batch\` takes ${ratio(one.cpu, hand.cpu)} the processor time of the hand-written one (${ratio(one.wall, hand.wall)} by the clock); two workers answer ${ratio(one.wall, two.wall)} as many lines a second as one thread, for ${ratio(two.cpu, one.cpu)} its processor time.`,
  ];
};

/** Feeds a process so many equal lines, and tells what it took. */
export const feed = async (args: readonly string[], line: string, lines: number): Promise<Fed> => {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdout.resume();
  let [cpu, peak] = [0, 0];
  const look = (): void => {
    try {
      cpu = cpuOf(child.pid ?? 0);
      const status = readFileSync(`/proc/${String(child.pid)}/status`, "utf8");
      peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? peak);
    } catch {
      // It has ended; what was seen last counts.
    }
  };
  const watch = setInterval(look, 20);
  for (let n = 0; n < lines; n++) {
    if (!child.stdin.write(`${line}\n`)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await once(child, "close");
  clearInterval(watch);
  return { wall: performance.now() - start, cpu, megabytes: Math.round(peak / 1024) };
};
