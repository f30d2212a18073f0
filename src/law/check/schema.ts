import type { Issue } from "../../errors.js";
import { issuesOf, namesOf } from "../../evaluator/validate/index.js";
import * as schemas from "../../generated/law-validators.js";
import type { LawFile } from "../read.js";
import { type LawProblem, problemAt } from "./problem.js";

const MOST = 50;

/** The parts of a version beside its general data: a folder each. */
export const PARTS: readonly string[] = Object.keys(schemas)
  .filter((name) => name !== "law" && name !== "version")
  .sort();

/** What a data file of the law says against its schema in `schemas/law`. Other data has none. */
export const schemaProblems = (file: LawFile): LawProblem[] =>
  schemaIssues(file).map((issue) => ({
    ...problemAt(file, namesOf(issue.path), "schema"),
    issue,
  }));

const schemaIssues = (file: LawFile): readonly Issue[] => {
  const [root, version, part, more] = file.at;
  if (root !== "law") return [];
  const name = version === undefined ? "law" : (part ?? "version");
  const known = more === undefined && (part === undefined || PARTS.includes(part));
  const check = known ? schemas[name as keyof typeof schemas] : undefined;
  if (!check) return [];
  return check(file.value) ? [] : issuesOf(check.errors ?? [], MOST);
};
