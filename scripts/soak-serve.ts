// `make soak-serve`: half an hour of `amrnci serve` that follows signed bundles, good and bad, and records
// what it decides, while good, broken and hostile clients come. Nothing may be answered by rules that must
// not, no good request fail, memory and handles must be flat, the time of the slowest hundredth must not
// grow, SIGTERM end it well, and its records be whole. SOAK_MINUTES and SOAK_SEED vary it.
import { fileURLToPath } from "node:url";
import { soakServing } from "./soak/serving.js";
import { tell } from "./soak/tell.js";
import type { Window } from "./soak/windows.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const minutes = Number(process.env.SOAK_MINUTES ?? 30);
const seed = Number(process.env.SOAK_SEED ?? 1);

let told = 0;
const progress = ({ at, mb, handles, p99 }: Window): void => {
  if (at - told < minutes * 6) return;
  told = at;
  console.log(
    `${(at / 60).toFixed(1)} of ${String(minutes)} min: ${mb.toFixed(0)} MB, ${String(handles)} handles, p99 ${p99.toFixed(1)} ms`,
  );
};

console.log(`serving for ${String(minutes)} min from seed ${String(seed)}`);
const fine = tell("requests", await soakServing(root, minutes * 60, seed, progress));
console.log(fine ? "\nno wrong answer, no lost request, flat" : "\nnot fine");
process.exitCode = fine ? 0 : 1;
