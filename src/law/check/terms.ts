import type { LawFile } from "../read.js";
import { below, entriesOf, objectOf, textsOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

interface Use {
  readonly file: LawFile;
  readonly keys: readonly (string | number)[];
  readonly code: string;
}

/**
 * Terms of the codes that the data itself introduces: each has one, and each term has a code. The
 * codes that the rules speak are fixed by the schema of the terms.
 */
export const termProblems = ({ parts }: VersionParts): LawProblem[] => {
  const terms = parts.get("terms");
  if (!terms) return [];
  const groups: [group: string, uses: Use[]][] = [
    ["liability", liabilityIds(parts.get("liability"))],
    ["related", relatedMembers(parts.get("related"), "id")],
    ["related_triggers", relatedMembers(parts.get("related"), "trigger")],
  ];
  const areas = areasWithBody(parts.get("channels"));
  return [
    ...parties(terms, parts.get("duties")),
    ...groups.flatMap(([group, uses]) => [
      ...lacking(terms, group, uses).map(({ file, keys, code }) =>
        problemAt(file, keys, "term_undefined", { group, code }),
      ),
      ...idle(terms, group, uses).map((code) =>
        problemAt(terms, [group, code], "term_unused", { group, code }),
      ),
    ]),
    ...lacking(terms, "province", areas).map(({ file, keys, code }) =>
      problemAt(file, keys, "term_undefined", { group: "province", code }),
    ),
    ...[...parts.values()].flatMap(placeholders),
  ];
};

const parties = (terms: LawFile, duties: LawFile | undefined): LawProblem[] => {
  if (!duties) return [];
  const uses = entriesOf(duties.value).flatMap(([duty, rule]): Use[] => [
    ...textsOf(below(rule, "bearer")).map((code) => ({
      file: duties,
      keys: [duty, "bearer"],
      code,
    })),
    ...textsOf(below(rule, "recipients")).map((code, at) => ({
      file: duties,
      keys: [duty, "recipients", at],
      code,
    })),
  ]);
  return [
    ...lacking(terms, "parties", uses).map(({ file, keys, code }) =>
      problemAt(file, keys, "recipient_undefined", { code }),
    ),
    ...idle(terms, "parties", uses).map((code) =>
      problemAt(terms, ["parties", code], "recipient_unused", { code }),
    ),
  ];
};

const lacking = (terms: LawFile, group: string, uses: readonly Use[]): Use[] =>
  uses.filter(({ code }) => below(terms.value, group, code) === undefined);

const idle = (terms: LawFile, group: string, uses: readonly Use[]): string[] => {
  const used = new Set(uses.map(({ code }) => code));
  return entriesOf(below(terms.value, group))
    .map(([code]) => code)
    .filter((code) => !used.has(code));
};

const liabilityIds = (file: LawFile | undefined): Use[] =>
  file ? entriesOf(file.value).flatMap(([side, list]) => codesOf(file, [side], list, "id")) : [];

const relatedMembers = (file: LawFile | undefined, member: string): Use[] =>
  file ? codesOf(file, ["list"], below(file.value, "list"), member) : [];

const areasWithBody = (file: LawFile | undefined): Use[] =>
  file
    ? entriesOf(below(file.value, "provincial_cac", "seen")).map(([code]) => ({
        file,
        keys: ["provincial_cac", "seen", code],
        code,
      }))
    : [];

const codesOf = (file: LawFile, keys: string[], list: unknown, member: string): Use[] =>
  (Array.isArray(list) ? (list as unknown[]) : []).flatMap((entry, at) =>
    textsOf(objectOf(entry)[member]).map((code) => ({ file, keys: [...keys, at, member], code })),
  );

// What is put into a sentence in one language is put in in the other, too, in whatever part it stands.
const placeholders = (file: LawFile): LawProblem[] =>
  spokenIn(file.value).flatMap(({ keys, value }) => {
    const [zh, en] = [namesIn(below(value, "zh")), namesIn(below(value, "en"))];
    return zh === en ? [] : [problemAt(file, keys, "term_placeholders_differ", { zh, en })];
  });

// Everything that is said in both languages, however deep.
const spokenIn = (
  value: unknown,
  keys: readonly (string | number)[] = [],
): { keys: readonly (string | number)[]; value: unknown }[] => {
  if (typeof value !== "object" || value === null) return [];
  const here = typeof below(value, "zh") === "string" ? [{ keys, value }] : [];
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, member]) =>
      spokenIn(member, [...keys, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
};

const namesIn = (text: unknown): string =>
  [...new Set(String(text).match(/\{[a-z_]+\}/g) ?? [])].sort().join(" ") || "–";
