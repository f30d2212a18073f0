// The process in which one evaluator is soaked, alone, so that nothing else is measured with it.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { soakEvaluator } from "./evaluator.js";

const root = join(fileURLToPath(import.meta.url), "../../..");
const [seconds, seed] = process.argv.slice(2).map(Number);
process.send?.(await soakEvaluator(root, seconds ?? 60, seed ?? 1));
process.disconnect();
