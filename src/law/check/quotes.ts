import { membersNamed, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

const QUOTE: ReadonlySet<string> = new Set(["quote"]);

/** Quotes that do not stand, character by character, in the official text beside the data. */
export const quoteProblems = ({ id, parts, officialText }: VersionParts): LawProblem[] => {
  const general = parts.get("version");
  if (officialText === undefined) {
    return general ? [problemAt(general, [], "official_text_missing", { id })] : [];
  }
  return [...parts.values()].flatMap((file) =>
    membersNamed(file.value, QUOTE).flatMap(({ keys, value }) =>
      typeof value !== "string" || officialText.includes(value)
        ? []
        : [problemAt(file, keys, "quote_not_official", { quote: value })],
    ),
  );
};
