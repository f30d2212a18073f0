import type { Comparison } from "../../decision.js";

/** What a change of the comparison is about: a duty's member, or a member of the answer itself. */
export interface ChangedPlace {
  duty: string | null;
  member: string;
}

/** Reads a change's path: `/duties/<id>/due`, `/grade/floor`, `/reportable`. */
export function placeOf(path: string): ChangedPlace {
  const [first = "", second = "", ...rest] = path.split("/").slice(1);
  if (first === "duties") return { duty: second, member: rest.join("_") || "duty_itself" };
  return { duty: null, member: second === "" ? first : `${first}_${second}` };
}

/** Whether another reading would change a duty. */
export function turnsOnReading(comparison: readonly Comparison[], duty: string): boolean {
  return comparison.some(({ changes }) => changes.some(({ path }) => placeOf(path).duty === duty));
}

/** Whether another reading would change the grade. */
export function gradeTurnsOnReading(comparison: readonly Comparison[]): boolean {
  return comparison.some(({ changes }) => changes.some(({ path }) => path.startsWith("/grade")));
}
