import type { AppliedDecision } from "../../generated/types.js";

/** How a grade moved: up, down, both (its floor one way, its ceiling the other), or not at all. */
export type GradeMove = "rose" | "fell" | "narrowed" | "widened" | "same";

/** How the grade moved from one decision to the next; `grades` is the law's order, lowest first. */
export const gradeMove = (
  before: AppliedDecision,
  after: AppliedDecision,
  grades: readonly string[],
): GradeMove => {
  const rank = (grade: string): number => grades.indexOf(grade);
  const floor = Math.sign(rank(after.grade.floor) - rank(before.grade.floor));
  const ceiling = Math.sign(rank(after.grade.ceiling) - rank(before.grade.ceiling));
  if (floor === 0 && ceiling === 0) return "same";
  if (floor > 0 && ceiling < 0) return "narrowed";
  if (floor < 0 && ceiling > 0) return "widened";
  return floor + ceiling > 0 ? "rose" : "fell";
};
