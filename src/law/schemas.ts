import * as parts from "../generated/law-validators.js";
import { describeIssue, issuesOf, namesOf } from "../evaluator/validate/index.js";
import type { LawFileCheck } from "./check.js";
import type { LawFile } from "./read.js";

const MOST = 50;

/** What a data file of the law says against its schema in `schemas/law`. Other data has none. */
export const checkLawFile: LawFileCheck = (file) => {
  const [root, version, part] = file.at;
  if (root !== "law") return [];
  const name = version === undefined ? "law" : (part ?? "version");
  const check = Object.hasOwn(parts, name) ? parts[name as keyof typeof parts] : undefined;
  if (!check) return [{ keys: [], reason: `there is no part of the law named ${name}` }];
  if (check(file.value)) return [];
  return issuesOf(check.errors ?? [], MOST).map((issue) => ({
    keys: keysOf(issue.path, file),
    reason: describeIssue(issue, "en"),
  }));
};

// The YAML document counts list entries with numbers.
const keysOf = (pointer: string, { value }: LawFile): (string | number)[] => {
  let here: unknown = value;
  return namesOf(pointer).map((name) => {
    const key = Array.isArray(here) ? Number(name) : name;
    here = (here as Record<string, unknown> | undefined)?.[key];
    return key;
  });
};
