// One core's share of `make proof`: it tells its parent what it has done and what differed.
import { againstOpa, againstOracle } from "../../test/oracle/differential/counterexample.js";
import type { Counterexample } from "../../test/oracle/differential/counterexample.js";
import { requestAt } from "../../test/oracle/differential/requests.js";
import { startOpaServer } from "../../test/support/opa-server.js";
import { BUNDLE, shippedEvaluator } from "../../test/support/shipped-policy.js";

export interface Task {
  readonly from: number;
  readonly to: number;
  /** One in how many requests goes through native OPA too. */
  readonly native: number;
}

export interface Report {
  readonly requests: number;
  readonly native: number;
  readonly found: readonly Counterexample[];
}

// Enough at once that OPA is never idle, and that a report is rare.
const SLICE = 1_000;
const AT_ONCE = 16;

const { from, to, native } = JSON.parse(process.argv[2] ?? "{}") as Task;
const opa = await startOpaServer(BUNDLE);
const product = await shippedEvaluator();

for (let start = from; start < to; start += SLICE) {
  const seeds = Array.from({ length: Math.min(SLICE, to - start) }, (_, n) => start + n);
  const found: (Counterexample | null)[] = [];
  for (const seed of seeds) {
    found.push(await againstOracle(product, `seed-${String(seed)}`, requestAt(seed)));
  }
  const sampled = seeds.filter((seed) => seed % native === 0);
  for (let at = 0; at < sampled.length; at += AT_ONCE) {
    const some = sampled
      .slice(at, at + AT_ONCE)
      .map((seed) => againstOpa(product, opa, `seed-${String(seed)}`, requestAt(seed)));
    found.push(...(await Promise.all(some)));
  }
  process.send?.({
    requests: seeds.length,
    native: sampled.length,
    found: found.filter((one) => one !== null),
  } satisfies Report);
}
await opa.stop();
process.disconnect();
