import type { LawFile } from "../read.js";
import { objectOf } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

/** Data that is made for another version of the logic. Data that names none fails its schema. */
export const logicProblems = (files: readonly LawFile[], logic: number): LawProblem[] => {
  const index = files.find(({ at }) => at.join("/") === "law");
  const { logic_version: named } = objectOf(index?.value);
  if (!index || typeof named !== "number" || named === logic) return [];
  const params = { named: String(named), logic: String(logic) };
  return [problemAt(index, ["logic_version"], "logic_version_mismatch", params)];
};
