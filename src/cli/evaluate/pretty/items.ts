import type { View } from "./view.js";

/** The item of a criterion, the same in each grade: `condition.5`. */
export function itemOf(criterion: string): string {
  return criterion.split(".").slice(-2).join(".");
}

/** The place of a grade in the law's own order, lowest 0. */
export function rankOf({ terms }: View): (grade: string) => number {
  const grades = terms.data("grades");
  const order: unknown[] = Array.isArray(grades) ? grades : [];
  return (grade) => order.indexOf(grade);
}
