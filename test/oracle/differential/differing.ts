/** Where the product and the oracle differ on a request, and the smallest request that still shows it. */
import type { Policy } from "../../../src/evaluator/index.js";
import { validateRequest } from "../../../src/evaluator/validate/index.js";
import type { Decision } from "../../../src/index.js";
import { decide, shrink, VERSIONS } from "../index.js";
import type { OracleDecision, OracleVersion } from "../index.js";
import { differences, spokenOf } from "./compare.js";

/** The members in which the two differ; nothing where they agree. */
export const differing = (
  policy: Policy,
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): string[] =>
  differences(spokenOf(policy.evaluate(request as object) as Decision), decide(request, versions));

export interface Counterexample {
  readonly request: unknown;
  readonly parts: readonly string[];
  readonly product: OracleDecision;
  readonly oracle: OracleDecision;
}

/** The smallest valid request on which the two still differ. */
export const smallestDiffering = (
  policy: Policy,
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): Counterexample => {
  const smallest = shrink(request, (candidate) => {
    validateRequest(candidate);
    return differing(policy, candidate, versions).length > 0;
  });
  const product = spokenOf(policy.evaluate(smallest as object) as Decision);
  const oracle = decide(smallest, versions);
  return { request: smallest, parts: differences(product, oracle), product, oracle };
};
