import { entriesOf, membersNamed, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

const CITATION: ReadonlySet<string> = new Set(["citation"]);

/** Citations that nothing defines, and those that nothing uses. */
export const citationProblems = ({ parts }: VersionParts): LawProblem[] => {
  const defined = parts.get("citations");
  const annex = parts.get("annex");
  if (!defined || !annex) return [];
  const known = new Set(entriesOf(defined.value).map(([id]) => id));
  const used = new Set<string>();
  const uses = [...parts].flatMap(([part, file]) =>
    part === "citations"
      ? []
      : membersNamed(file.value, CITATION).map(({ keys, value }) => ({ file, keys, id: value })),
  );
  // An item of the annex is cited by its own place.
  const items = entriesOf(annex.value).flatMap(([grade, group]) =>
    entriesOf(group).map(([item]) => ({
      file: annex,
      keys: [grade, item],
      id: `annex.${grade}.${item.replace("_", ".")}`,
    })),
  );
  const undefinedOnes = [...uses, ...items].flatMap(({ file, keys, id }) => {
    if (typeof id !== "string") return [];
    used.add(id);
    return known.has(id) ? [] : [problemAt(file, keys, "citation_undefined", { id })];
  });
  const unused = [...known].filter((id) => !used.has(id));
  return [
    ...undefinedOnes,
    ...unused.map((id) => problemAt(defined, [id], "citation_unused", { id })),
  ];
};
