// Everything that can be wrong with the law's data, found before it decides anything: the texts of
// the files, each file by its schema, the versions' dates, and what the files say of each other.
import type { LawFolder } from "../folder.js";
import type { LawFile } from "../read.js";
import { checklistProblems } from "./checklists.js";
import { citationProblems } from "./citations.js";
import { dateProblems } from "./dates.js";
import { faultProblems, fileProblems } from "./files.js";
import { type VersionParts } from "./law.js";
import { listProblems } from "./lists.js";
import { logicProblems } from "./logic.js";
import { numberProblems } from "./numbers.js";
import type { LawProblem } from "./problem.js";
import { quoteProblems } from "./quotes.js";
import { readingProblems } from "./readings.js";
import { PARTS, schemaProblems } from "./schema.js";
import { sourceProblems } from "./sources.js";
import { termProblems } from "./terms.js";
import { tierProblems } from "./tiers.js";
import { typeProblems } from "./types.js";

export { describeLawProblem } from "./describe.js";
export type { LawProblem, LawProblemCode } from "./problem.js";

const OF_A_VERSION = [
  quoteProblems,
  numberProblems,
  citationProblems,
  termProblems,
  tierProblems,
  readingProblems,
  sourceProblems,
  checklistProblems,
  typeProblems,
  listProblems,
] as const;

/**
 * Everything that is wrong with a folder of the law's data, by files and lines. A file that can't be
 * read or is not as its schema says leaves holes that would look like faults of others, so what a
 * version's files say of each other is checked once they all are. Data that is made for another
 * version of the logic than `logic` is refused by that name alone: nothing else of it is known.
 */
export const checkLaw = (folder: Omit<LawFolder, "root">, logic?: number): LawProblem[] => {
  const { files } = folder;
  const other = logic === undefined ? [] : logicProblems(files, logic);
  if (other.length > 0) return other;
  const faults = faultProblems(files);
  const readable = files.filter(({ fault }) => fault === null);
  const problems = [...faults, ...fileProblems(folder, PARTS), ...readable.flatMap(schemaProblems)];
  const bad = new Set(problems.map(({ file }) => file));
  const index = readable.find(({ at, path }) => at.join("/") === "law" && !bad.has(path));
  return [
    ...problems,
    ...(index ? dateProblems(index) : []),
    ...versionsOf(folder)
      .filter(({ parts }) => PARTS.every((part) => parts.has(part)))
      .filter(({ parts }) => ![...parts.values()].some(({ path }) => bad.has(path)))
      .flatMap((version) => OF_A_VERSION.flatMap((check) => check(version))),
  ].sort(byPlace);
};

const versionsOf = ({ files, texts }: Omit<LawFolder, "root">): VersionParts[] => {
  const versions = new Map<string, Map<string, LawFile>>();
  for (const file of files) {
    const [root, id, part = "version"] = file.at;
    if (root !== "law" || id === undefined) continue;
    versions.set(id, (versions.get(id) ?? new Map<string, LawFile>()).set(part, file));
  }
  return [...versions].map(([id, parts]) => ({ id, parts, officialText: texts.get(id) }));
};

const byPlace = (a: LawProblem, b: LawProblem): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
