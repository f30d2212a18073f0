// `make soak`: half an hour of mixed good, bad and huge requests through one evaluator, and through one
// `amrnci batch` process. Memory must be flat after the warm-up, no handle left open, the time of the
// slowest hundredth must not grow, and an instance that is wrecked (an abort, the memory cap) must not
// spoil the next answer. SOAK_MINUTES and SOAK_SEED vary it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { soakBatch } from "./soak/batch.js";
import { tell } from "./soak/tell.js";
import { courseOf, type Soaked, type Window } from "./soak/windows.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const minutes = Number(process.env.SOAK_MINUTES ?? 30);
const seed = Number(process.env.SOAK_SEED ?? 1);
const seconds = minutes * 60;

const inItsOwnProcess = async (): Promise<Soaked> => {
  const url = new URL("./soak/process.ts", import.meta.url);
  const child = fork(url, [String(seconds), String(seed)], { execArgv: ["--import", "tsx"] });
  const gone = once(child, "exit").then(([code, signal]) => {
    throw new Error(`the evaluator's process ended with ${String(code ?? signal)}`);
  });
  const [soaked] = (await Promise.race([once(child, "message"), gone])) as [Soaked];
  gone.catch(() => undefined);
  return soaked;
};

let told = 0;
const progress = ({ at, mb, p99 }: Window): void => {
  if (at - told < seconds / 10) return;
  told = at;
  const of = `${(at / 60).toFixed(1)} of ${String(minutes)} min`;
  console.log(`${of}: batch ${mb.toFixed(0)} MB, p99 ${p99.toFixed(2)} ms`);
};

const main = async (): Promise<void> => {
  console.log(`soaking for ${String(minutes)} min from seed ${String(seed)}`);
  const [evaluator, batch] = await Promise.all([
    inItsOwnProcess(),
    soakBatch(root, seconds, seed, progress),
  ]);
  writeFileSync(join(root, ".cache/soak.json"), JSON.stringify({ evaluator, batch }));
  const fine = [tell("evaluator", evaluator), tell("batch", batch)].every(Boolean);
  const course = Object.entries({ evaluator, batch }).map(
    ([name, { requests, windows }]) =>
      `${name} ${requests.toLocaleString("en")} requests, ${courseOf(windows)}`,
  );
  console.log(
    `\nsoak: ${String(minutes)} min, ${course.join("; ")}: ${fine ? "flat" : "not flat"}`,
  );
  if (!fine) process.exitCode = 1;
};

await main();
