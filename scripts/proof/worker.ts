// One core's share of `make proof`: it tells its parent what it has done and what differed.
import { isDeepStrictEqual } from "node:util";
import { differing, smallestDiffering } from "../../test/oracle/differential/differing.js";
import { randomRequest } from "../../test/oracle/index.js";
import { startOpaServer } from "../../test/support/opa-server.js";
import { BUNDLE, shippedPolicy } from "../../test/support/shipped-policy.js";

export interface Task {
  readonly from: number;
  readonly to: number;
  /** One in how many requests goes through native OPA too. */
  readonly native: number;
}

export interface Difference {
  readonly seed: number;
  readonly between: "oracle-and-product" | "native-and-product";
  readonly request: unknown;
  readonly parts?: readonly string[];
}

export interface Report {
  readonly requests: number;
  readonly native: number;
  readonly differences: readonly Difference[];
}

// Enough at once that OPA is never idle, and that a report is rare.
const SLICE = 1_000;
const AT_ONCE = 16;

const { from, to, native } = JSON.parse(process.argv[2] ?? "{}") as Task;
const opa = await startOpaServer(BUNDLE);
const policy = await shippedPolicy();

const againstOracle = (seed: number): Difference[] => {
  const request = randomRequest(seed);
  if (differing(policy, request).length === 0) return [];
  const { request: smallest, parts } = smallestDiffering(policy, request);
  return [{ seed, between: "oracle-and-product", request: smallest, parts }];
};

const againstOpa = async (seed: number): Promise<Difference[]> => {
  const request = randomRequest(seed);
  const theirs = await opa.decide(request);
  if (isDeepStrictEqual(theirs, policy.evaluate(request as object))) return [];
  return [{ seed, between: "native-and-product", request }];
};

for (let start = from; start < to; start += SLICE) {
  const seeds = Array.from({ length: Math.min(SLICE, to - start) }, (_, n) => start + n);
  const differences = seeds.flatMap(againstOracle);
  const sampled = seeds.filter((seed) => seed % native === 0);
  for (let at = 0; at < sampled.length; at += AT_ONCE) {
    const some = await Promise.all(sampled.slice(at, at + AT_ONCE).map(againstOpa));
    differences.push(...some.flat());
  }
  process.send?.({ requests: seeds.length, native: sampled.length, differences } satisfies Report);
}
await opa.stop();
process.disconnect();
