import type { Criterion } from "../../generated/types.js";

/** The item of a criterion, the same in each grade: `condition.5`. */
export const itemOf = (criterion: string): string => criterion.split(".").slice(-2).join(".");

/** Each item of the annex that is met, at the highest grade at which it is; the gravest first. */
export const highestMet = (
  criteria: readonly Criterion[],
  grades: readonly string[],
): Criterion[] => {
  const rank = ({ grade }: Criterion): number => grades.indexOf(grade);
  const met = criteria.filter(({ outcome }) => outcome === "met").sort((a, b) => rank(b) - rank(a));
  const highest = new Map<string, Criterion>();
  for (const criterion of met) {
    const item = itemOf(criterion.id);
    if (!highest.has(item)) highest.set(item, criterion);
  }
  return [...highest.values()];
};
