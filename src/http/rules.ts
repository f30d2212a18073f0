import { type AmrnciError, isAmrnciError } from "../errors.js";
import type { Evaluator } from "../evaluator/index.js";

/** The rules that answer now. */
export interface ActiveRules {
  readonly evaluator: Evaluator;
  /** The bundle's revision. */
  readonly revision: string;
  /** `sha256:` and the digest of the bundle's bytes; null where the rules came in another form. */
  readonly digest: string | null;
}

/**
 * Where a handler takes its rules from, at every request anew: they may change while it runs. What
 * `createRules` of `amrnci/bundle` makes is one.
 */
export interface RulesSource {
  /** @throws {AmrnciError} `bundle_not_active` as long as there are none */
  current(): ActiveRules;
  readonly status: RulesStatus;
}

/** What is the matter with the rules, as far as their source knows. */
export interface RulesStatus {
  /** Whether the rules are out of date. */
  readonly stale: boolean;
}

/** A source of rules that never change: an evaluator. */
export const rulesOf = (given: Evaluator | RulesSource): RulesSource => {
  if ("current" in given) return given;
  const { law } = given.data as { law?: { revision?: string } };
  const active = { evaluator: given, revision: law?.revision ?? "", digest: null };
  return { current: () => active, status: { stale: false } };
};

/** The rules, or why there are none. */
export const rulesIfAny = (source: RulesSource): ActiveRules | AmrnciError => {
  try {
    return source.current();
  } catch (error) {
    if (isAmrnciError(error)) return error;
    throw error;
  }
};
