// `make bench`: how fast an answer is, as ratios against peers in the same run, written to
// docs/benchmarks.md. Absolute figures move with the machine; the ratios are what to compare.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { createEvaluator } from "../src/index.js";
import { startOpaServer } from "../test/support/opa-server.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundle = `${root}build/bundle.tar.gz`;
const LINES = Number(process.env.BENCH_LINES ?? 100_000);

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/** Microseconds a call takes: the median of rounds, after a warm-up, with the middle half's spread. */
const timed = (call: () => unknown, rounds = 30): { us: number; spread: string } => {
  for (let warm = 0; warm < 300; warm++) call();
  const samples = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    for (let n = 0; n < 50; n++) call();
    return Number(process.hrtime.bigint() - start) / 50_000;
  }).sort((one, other) => one - other);
  const at = (share: number): string => (samples[Math.floor(rounds * share)] ?? NaN).toFixed(0);
  return { us: median(samples), spread: `${at(0.25)} to ${at(0.75)}` };
};

const documents: Record<string, object> = {
  "real incident (Coupang, supplement)": example("coupang-2025-supplement.json"),
  "real incident (Optus)": example("optus-2023-outage.yaml"),
  "nothing stated": { incident: { id: "bench" } },
  "settled (all stated or ruled out)": {
    as_of: "2025-12-23T00:30:00+08:00",
    incident: {
      id: "bench",
      unstated: "none",
      times: { discovered_at: "2025-12-22T22:00:00+08:00" },
      operator: { kind: "other", province: "CN-SH" },
      impact: {
        personal_information: { persons_leaked: 1_200_000 },
        direct_economic_loss_yuan: 6_000_000,
      },
    },
  },
  "100 sites": {
    incident: {
      id: "bench",
      unstated: "none",
      impact: {
        sites: Array.from({ length: 100 }, () => ({
          kind: "government_portal",
          level: "county",
          cause: "attack",
          unreachable_minutes: 50,
        })),
      },
    },
  },
};

function example(name: string): object {
  return parse(readFileSync(`${root}examples/${name}`, "utf8")) as object;
}

const main = async (): Promise<void> => {
  const evaluator = await createEvaluator({ bundle });
  const opa = await startOpaServer(bundle);
  const rows = [];
  try {
    for (const [name, request] of Object.entries(documents)) {
      const text = JSON.stringify(request);
      const ours = timed(() => evaluator.evaluateToJson(JSON.parse(text)));
      const size = evaluator.evaluateToJson(request).length;
      const one = await overHttp(opa.decide.bind(opa), request, 1);
      const many = await overHttp(opa.decide.bind(opa), request, 16);
      rows.push(
        `| ${name} | ${(text.length / 1024).toFixed(1)} → ${(size / 1024).toFixed(1)} | ${ours.us.toFixed(0)} (${ours.spread}) | ${(one / ours.us).toFixed(0)} × | ${(many / ours.us).toFixed(0)} × |`,
      );
      console.log(rows.at(-1));
    }
  } finally {
    await opa.stop();
  }
  const batch = await batchRun(JSON.stringify(documents["settled (all stated or ruled out)"]));
  console.log(batch);
  writeFileSync(`${root}docs/benchmarks.md`, page(rows, batch));
};

/** Microseconds for each decision of an OPA server with the same bundle, over so many connections. */
const overHttp = async (
  decide: (request: unknown) => Promise<unknown>,
  request: object,
  connections: number,
): Promise<number> => {
  const each = Math.ceil(160 / connections);
  const worker = async (): Promise<void> => {
    for (let n = 0; n < each; n++) await decide(request);
  };
  await worker();
  const start = process.hrtime.bigint();
  await Promise.all(Array.from({ length: connections }, worker));
  return Number(process.hrtime.bigint() - start) / 1_000 / (each * connections);
};

/** Lines a second and memory of the `batch` command, as a process, and how its memory grows. */
const batchRun = async (line: string): Promise<string> => {
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

const page = (rows: readonly (string | undefined)[], batch: string): string => `# Benchmarks

Written by \`make bench\`; figures of one run on ${cpus()[0]?.model ?? "an unnamed CPU"} (${cpus().length} cores), Node ${process.versions.node}. Compare the ratios, not
the microseconds.

One decision, request as text in, decision as text out, in process (median, middle half). Beside it, how
many times longer the same decision takes on an OPA 1.22.2 server with the same bundle over HTTP.

| Request | KB in → out | µs | OPA server, 1 connection | OPA server, 16 connections |
|---|---|---|---|---|
${rows.join("\n")}

${batch}

## What was tried

Ratios are time after to time before, for a settled incident, unless another is named.

| Step | Ratio | |
|---|---|---|
| Calendar as look-ups, no division ([0001](decisions/0001-instants-by-tables.md)) | | kept from the start |
| One function an item and grade for three partial rules ([0003](decisions/0003-judged-by-grade.md)) | 0.88 | kept |
| Validity of a request's members by one look-up for words | 0.66 | kept |
| Items whose list is empty answer at once | 0.93 | kept |
| The answer as text instead of the SDK's byte by byte ([0005](decisions/0005-way-out-of-the-wasm.md)) | 0.75 | kept |
| Whole tables in local variables | 1.0 in WASM, several times slower in native OPA, which converts what is read | taken back |

The size of the decision is the largest cost that is left: each byte out costs some 15 ns, and a quarter
of the time is spent writing JSON.
`;

await main();
