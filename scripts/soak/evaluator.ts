import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isAmrnciError } from "../../src/errors.js";
import { readBundle } from "../../src/bundle/index.js";
import { createEvaluatorFrom } from "../../src/evaluator/index.js";
import { Dice } from "../../test/oracle/generate/dice.js";
import { createAborting } from "./aborts.js";
import { nextRequest } from "./requests.js";
import { type Soaked, Watch } from "./windows.js";

const PROBE = {
  incident: { id: "probe", unstated: "none", impact: { direct_economic_loss_yuan: 7_000_000 } },
};
// One in how many requests is followed by an abort; an instance that is kept dies of some hundreds.
const ABORTED = 100;
const MEMORY = 24 * 1024 * 1024;

/** One evaluator, for so many seconds. */
export const soakEvaluator = async (
  root: string,
  seconds: number,
  seed: number,
): Promise<Soaked> => {
  const bundle = await readBundle(new Uint8Array(readFileSync(join(root, "build/bundle.tar.gz"))));
  const evaluator = await createEvaluatorFrom({ ...bundle, memoryBytes: MEMORY });
  const abort = await createAborting();
  const dice = new Dice(seed);
  const expected = evaluator.evaluateToJson(PROBE);
  const counts = new Map<string, number>();
  const faults = new Set<string>();
  const watch = new Watch(seconds / 40, () => ({
    mb: process.memoryUsage.rss() / 1024 / 1024,
    handles: process
      .getActiveResourcesInfo()
      .filter((name) => name !== "Timeout" && name !== "Immediate").length,
  }));
  for (let n = 0; watch.seconds < seconds; n += 1) {
    const { kind, value } = nextRequest(dice, { wrecking: true });
    const started = performance.now();
    const outcome = answer(() => evaluator.evaluateToJson(value));
    // What is meant to be much takes long by itself.
    if (kind === "good" || kind === "bad") watch.took(performance.now() - started);
    const key = `${kind} ${outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (outcome === "thrown") faults.add(`${kind}: something other than a coded error`);
    if (kind === "good" && outcome !== "answered") faults.add(`a good request was ${outcome}`);
    if (kind === "wrecking" || n % 1_000 === 0) {
      if (evaluator.evaluateToJson(PROBE) !== expected) faults.add(`after ${kind} another answer`);
    }
    if (n % ABORTED === 0) {
      const fault = abort(n);
      if (fault !== null) faults.add(fault);
      counts.set("aborted", (counts.get("aborted") ?? 0) + 1);
    }
    if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const requests = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].map(([key, count]) => `${key} ${String(count)}`).join(", ");
  return { requests, kinds, windows: watch.windows, faults: [...faults] };
};

const answer = (call: () => string): string => {
  try {
    call();
    return "answered";
  } catch (error) {
    return isAmrnciError(error)
      ? error.code === "policy_memory"
        ? "out of memory"
        : "refused"
      : "thrown";
  }
};
