import { AmrnciError } from "../errors.js";
import type { Evaluator } from "./evaluator.js";

/** What a self-test found: the versions of the law by which requests were answered. */
export interface SelfTested {
  readonly versions: readonly { readonly id: string; readonly valid_from: string }[];
}

/**
 * Asks an evaluator about an incident on the first day of each version, and for every comparison of
 * readings. A bundle that gives no answer, or the answer of another version, is of no use.
 *
 * @throws {AmrnciError} `policy_failed`, or what the policy itself throws
 */
export const selfTest = (evaluator: Evaluator): SelfTested => {
  const { law } = evaluator.data as { law: { versions: SelfTested["versions"] } };
  for (const { id, valid_from } of law.versions) {
    const times = { occurred_at: midnight(valid_from), discovered_at: midnight(valid_from) };
    const request = { incident: { id: "self-test", times } };
    const { rules, criteria, duties } = evaluator.evaluate(request);
    if (rules?.id !== id || criteria.length === 0 || duties.length === 0) {
      throw new AmrnciError(
        "policy_failed",
        `The self-test failed: an incident of ${valid_from} is not answered by version ${id}.`,
      );
    }
    evaluator.compareReadings(request);
  }
  return { versions: law.versions.map(({ id, valid_from }) => ({ id, valid_from })) };
};

const midnight = (date: string): string => `${date}T00:00:00+08:00`;
