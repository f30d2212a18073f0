import type { Affected, Difference, Group } from "../../../law/diff/index.js";

/** Cases of a group whose answers change in the same way: it is said once for all of them. */
export interface Pattern {
  readonly differences: readonly Difference[];
  readonly cases: readonly Affected[];
}

/** The ways in which a group's cases change, the most frequent first. */
export const patternsOf = ({ affected }: Group): Pattern[] => {
  const patterns = new Map<string, { differences: readonly Difference[]; cases: Affected[] }>();
  for (const one of affected) {
    const key = JSON.stringify(one.differences);
    const pattern = patterns.get(key) ?? { differences: one.differences, cases: [] };
    pattern.cases.push(one);
    patterns.set(key, pattern);
  }
  return [...patterns.values()].sort((a, b) => b.cases.length - a.cases.length);
};
