// `make soak`: half an hour of mixed good, bad and huge requests through one evaluator, and through one
// `amrnci batch` process. Memory must be flat after the warm-up, no handle left open, the time of the
// slowest hundredth must not grow, and an instance that is wrecked must not spoil the next answer.
// SOAK_MINUTES and SOAK_SEED vary it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { soakBatch } from "./soak/batch.js";
import { soakEvaluator } from "./soak/evaluator.js";
import { tell } from "./soak/tell.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const minutes = Number(process.env.SOAK_MINUTES ?? 30);
const seed = Number(process.env.SOAK_SEED ?? 1);

const main = async (): Promise<void> => {
  console.log(`soaking for ${String(minutes)} min from seed ${String(seed)}`);
  const seconds = minutes * 60;
  const [evaluator, batch] = await Promise.all([
    soakEvaluator(root, seconds, seed),
    soakBatch(root, seconds, seed),
  ]);
  writeFileSync(join(root, ".cache/soak.json"), JSON.stringify({ evaluator, batch }));
  const fine = [tell("evaluator", evaluator), tell("batch", batch)];
  console.log(fine.every(Boolean) ? "\nflat" : "\nnot flat");
  if (!fine.every(Boolean)) process.exitCode = 1;
};

await main();
