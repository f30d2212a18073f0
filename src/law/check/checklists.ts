import { below, entriesOf, membersNamed, objectOf, textsOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

type Parts = VersionParts["parts"];
type File = NonNullable<ReturnType<Parts["get"]>>;

// The members that hold JSON Pointers into the incident.
const POINTERS: ReadonlySet<string> = new Set([
  "fields",
  "any_of",
  "deferrable_while_missing",
  "field",
  "path",
]);

/** What checklists and contents say of facts, of duties under other laws and of mitigating facts. */
export const checklistProblems = ({ parts }: VersionParts): LawProblem[] => {
  const checklists = parts.get("checklists");
  const pointers = ["contents", "checklists"].flatMap((part) => pointerProblems(parts, part));
  if (!checklists) return pointers;
  return [
    ...pointers,
    ...entries(checklists, ["related"], idsOf(parts, "related", "list")),
    ...entries(checklists, ["leniency", "evidence"], idsOf(parts, "liability", "mitigating")),
  ];
};

const pointerProblems = (parts: Parts, part: string): LawProblem[] => {
  const file = parts.get(part);
  const terms = parts.get("terms");
  if (!file || !terms) return [];
  const facts = entriesOf(below(terms.value, "facts")).map(([pointer]) => pointer);
  const isFact = (path: string): boolean => facts.includes(path);
  return membersNamed(file.value, POINTERS).flatMap(({ keys, value }) =>
    textsOf(value)
      .filter((path) => !isFact(path))
      .map((path) => problemAt(file, keys, "fact_undefined", { path })),
  );
};

const idsOf = (parts: Parts, part: string, list: string): string[] => {
  const found = below(parts.get(part)?.value, list);
  return Array.isArray(found) ? found.flatMap((entry) => textsOf(objectOf(entry).id)) : [];
};

// One entry for each id, and none for others.
const entries = (file: File, keys: readonly string[], ids: readonly string[]): LawProblem[] => {
  const given = entriesOf(below(file.value, ...keys)).map(([id]) => id);
  const list = keys.join("/");
  return [
    ...given
      .filter((id) => !ids.includes(id))
      .map((id) => problemAt(file, [...keys, id], "entry_undefined", { list, id })),
    ...ids
      .filter((id) => !given.includes(id))
      .map((id) => problemAt(file, keys, "entry_missing", { list, id })),
  ];
};
