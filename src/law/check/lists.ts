import type { LawFile } from "../read.js";
import { below, objectOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

// Lists that decisions hold as they stand here, and decisions are sorted by id.
const LISTS: readonly (readonly [part: string, list: string])[] = [
  ["liability", "aggravating"],
  ["liability", "mitigating"],
  ["related", "list"],
];

/** Lists of entries whose ids do not rise, and ids that stand twice. */
export const listProblems = ({ parts }: VersionParts): LawProblem[] =>
  LISTS.flatMap(([part, list]) => {
    const file = parts.get(part);
    return file ? unsorted(file, list) : [];
  });

const unsorted = (file: LawFile, list: string): LawProblem[] => {
  const entries = below(file.value, list);
  if (!Array.isArray(entries)) return [];
  const ids = entries.map((entry) => String(objectOf(entry).id));
  return ids.flatMap((id, at) => {
    const keys = [list, at, "id"];
    if (ids.indexOf(id) < at) return [problemAt(file, keys, "entry_twice", { id })];
    const before = ids[at - 1];
    if (before === undefined || before < id) return [];
    return [problemAt(file, keys, "list_not_sorted", { id, before })];
  });
};
