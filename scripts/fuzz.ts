// `make fuzz`: coverage-guided fuzzing of every door by which somebody else's bytes come in, a process for
// each core. What is found is kept in test/fuzz/found, where a test replays it. FUZZ_SECONDS, FUZZ_SEED
// and FUZZ_DOOR (one door alone) vary it; a door is a file of scripts/fuzz/doors.
//
// Why not a fuzzer from the registry: jazzer.js 4.0.0 loads with glibc 2.38 or newer only, which Debian
// 12 has not; its older releases bring no binary, but fetch one from elsewhere when they are installed;
// jsfuzz knows no ES modules. The feedback is V8's own coverage.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { watchProcess } from "./fuzz/watch.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const { env } = process;
const seconds = Number(env.FUZZ_SECONDS ?? 3_600);
const seed = Number(env.FUZZ_SEED ?? Date.now() % 1_000_000);
const workers = Number(env.FUZZ_WORKERS ?? availableParallelism());
// For tests of the fuzzer itself: doors of their own, an end that does not hang on time, no guidance.
const folder = env.FUZZ_DOORS === undefined ? undefined : resolve(root, env.FUZZ_DOORS);
const kept = resolve(root, env.FUZZ_FOUND ?? "test/fuzz/found");
const inputs = env.FUZZ_INPUTS === undefined ? undefined : Number(env.FUZZ_INPUTS);
const guided = env.FUZZ_GUIDED !== "no";
const mostKeptMb = Number(env.FUZZ_KEPT_MB ?? 1_500);

const TOLD_EVERY_MS = Math.max(10_000, (seconds * 1_000) / 20);

interface Count {
  inputs: number;
  kept: number;
}

const plural = (count: number, one: string, more = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : more}`;

/** Counts of the rounds that ended and of those that run, by round and door. */
const counts = new Map<string, Map<string, Count>>();
const started = Date.now();
let found = 0;
let rssMb = 0;

const keep = (door: string, why: string, bytes: Uint8Array): void => {
  found += 1;
  mkdirSync(join(kept, door), { recursive: true });
  const file = join(kept, door, createHash("sha256").update(bytes).digest("hex").slice(0, 16));
  writeFileSync(file, bytes);
  console.error(`${door}: ${why}\n  kept as ${relative(root, file)}`);
};

const tellFault = (door: string, why: string): void => {
  found += 1;
  console.error(`${door}: ${why}\n  no single input is to blame, none is kept`);
};

const totals = (): Map<string, Count> => {
  const sums = new Map<string, Count>();
  for (const [door, count] of [...counts.values()].flatMap((round) => [...round])) {
    const sum = sums.get(door) ?? { inputs: 0, kept: 0 };
    sums.set(door, { inputs: sum.inputs + count.inputs, kept: sum.kept + count.kept });
  }
  return sums;
};

const tell = (): void => {
  const doors = [...totals()].map(
    ([door, count]) => `${door} ${count.inputs.toLocaleString("en")} (${String(count.kept)} kept)`,
  );
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(`${minutes} min: ${doors.join(", ")}; found ${String(found)}`);
};

const work = async (worker: number): Promise<void> => {
  const until = started + seconds * 1_000;
  const currentFile = join(root, `.cache/fuzz-current-${String(process.pid)}-${String(worker)}`);
  // A process that was ended is followed by another, with other luck.
  for (let round = 0; until - Date.now() > 2_000; round += 1) {
    const luck = seed + worker + round * workers;
    const left = Math.ceil((until - Date.now()) / 1_000);
    const limits = {
      ...(inputs !== undefined && { inputs }),
      ...(folder !== undefined && { folder }),
    };
    const door = env.FUZZ_DOOR === undefined ? {} : { door: env.FUZZ_DOOR };
    const task = { seconds: left, seed: luck, guided, mostKeptMb, currentFile, ...limits, ...door };
    await watchProcess(task, {
      count: (message) => {
        counts.set(
          `${String(worker)} ${String(round)}`,
          new Map(message.doors.map((one) => [one.door, one])),
        );
        rssMb = Math.max(rssMb, message.rssMb);
      },
      found: keep,
      fault: tellFault,
    });
    if (inputs !== undefined) break;
  }
  rmSync(currentFile, { force: true });
};

const main = async (): Promise<void> => {
  console.log(
    `fuzzing for ${String(seconds)} s from seed ${String(seed)} in ${plural(workers, "process", "processes")}`,
  );
  mkdirSync(join(root, ".cache"), { recursive: true });
  const telling = setInterval(tell, TOLD_EVERY_MS);
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  clearInterval(telling);
  tell();
  const all = [...totals().values()];
  const sum = all.reduce((total, count) => total + count.inputs, 0);
  console.log(
    `fuzz: ${sum.toLocaleString("en")} inputs at ${plural(all.length, "door")} in ` +
      `${String(Math.round((Date.now() - started) / 1_000))} s, seed ${String(seed)}: ` +
      `${String(found)} found, at most ${String(rssMb)} MB a process`,
  );
  if (found > 0) process.exitCode = 1;
};

await main();
