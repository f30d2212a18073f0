// `make fuzz`: coverage-guided fuzzing of every door by which somebody else's bytes come in. What is
// found is kept in test/fuzz/found, where a test replays it. FUZZ_SECONDS, FUZZ_SEED and FUZZ_DOOR (one
// door alone) vary it.
//
// Why not a fuzzer from the registry: jazzer.js 4.0.0 loads with glibc 2.38 or newer only, which Debian
// 12 has not; its older releases and jsfuzz are no longer kept. The feedback is V8's own coverage.
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CURRENT_FILE, type Message } from "./fuzz/messages.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const seconds = Number(process.env.FUZZ_SECONDS ?? 3_600);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

/** A fuzzer that says nothing for so long has met an input on which something hangs. */
const SILENCE_MS = 20_000;
const TOLD_EVERY_MS = Math.max(10_000, (seconds * 1_000) / 20);

interface State {
  readonly counts: Map<string, { inputs: number; kept: number }>;
  found: number;
  rssMb: number;
}

const keep = (door: string, why: string, bytes: Uint8Array): void => {
  const folder = join(root, "test/fuzz/found", door);
  mkdirSync(folder, { recursive: true });
  const name = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  writeFileSync(join(folder, name), bytes);
  console.error(`${door}: ${why}\n  kept as test/fuzz/found/${door}/${name}`);
};

const tell = ({ counts, found, rssMb }: State): void => {
  const doors = [...counts].map(
    ([door, { inputs, kept }]) => `${door} ${inputs.toLocaleString("en")} (${String(kept)} kept)`,
  );
  console.log(`${doors.join(", ")}; found ${String(found)}; ${String(rssMb)} MB`);
};

/** Runs one fuzzing process until it ends, or hangs and is ended. */
const round = (until: number, luck: number, state: State): Promise<void> =>
  new Promise((resolve, reject) => {
    const left = Math.ceil((until - Date.now()) / 1_000);
    const child: ChildProcess = fork(new URL("./fuzz/process.ts", import.meta.url), [], {
      execArgv: ["--import", "tsx", "--max-old-space-size=1024"],
      env: { ...process.env, FUZZ_SECONDS: String(left), FUZZ_SEED: String(luck) },
    });
    let heard = Date.now();
    let hung = false;
    let bad = "";
    const before = new Map([...state.counts].map(([door, one]) => [door, { ...one }]));
    child.on("message", (message: Message) => {
      heard = Date.now();
      if (message.kind === "found") {
        state.found += 1;
        keep(message.door, message.why, Buffer.from(message.input, "base64"));
        return;
      }
      state.rssMb = Math.max(state.rssMb, message.rssMb);
      for (const { door, inputs, kept } of message.doors) {
        const had = before.get(door) ?? { inputs: 0, kept: 0 };
        state.counts.set(door, { inputs: had.inputs + inputs, kept: had.kept + kept });
      }
    });
    const watch = setInterval(() => {
      if (Date.now() - heard < SILENCE_MS) return;
      hung = true;
      child.kill("SIGKILL");
    }, 1_000);
    child.on("error", (error) => (bad = error.message));
    child.on("exit", (code) => {
      clearInterval(watch);
      if (code === 0) {
        resolve();
        return;
      }
      const { door, input } = lastInput();
      if (door === null) {
        reject(
          new Error(`the fuzzing process ended with ${String(code)} before its first input ${bad}`),
        );
        return;
      }
      state.found += 1;
      keep(door, hung ? "hangs" : `ends the process (${String(code)})`, input);
      resolve();
    });
  });

/** The input that a process was at when it ended: a line with the door, then the bytes. */
const lastInput = (): { door: string | null; input: Uint8Array } => {
  const bytes = readFileSync(join(root, CURRENT_FILE));
  const length = bytes.readUInt32LE(0);
  const all = bytes.subarray(4, 4 + length);
  const end = all.indexOf(0x0a);
  return end < 0
    ? { door: null, input: all }
    : { door: all.subarray(0, end).toString(), input: all.subarray(end + 1) };
};

const main = async (): Promise<void> => {
  console.log(`fuzzing for ${String(seconds)} s from seed ${String(seed)}`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(join(root, CURRENT_FILE), Buffer.alloc(4));
  const state: State = { counts: new Map(), found: 0, rssMb: 0 };
  const until = Date.now() + seconds * 1_000;
  const telling = setInterval(() => {
    tell(state);
  }, TOLD_EVERY_MS);
  for (let luck = seed; until - Date.now() > 2_000; luck += 1) await round(until, luck, state);
  clearInterval(telling);
  tell(state);
  if (state.found > 0) process.exitCode = 1;
};

await main();
