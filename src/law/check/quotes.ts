import { membersNamed, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

const QUOTE: ReadonlySet<string> = new Set(["quote"]);

/** Quotes that do not stand, character by character, in the official text beside the data. */
export const quoteProblems = ({ id, parts, officialText }: VersionParts): LawProblem[] => {
  const general = parts.get("version");
  if (officialText === undefined) {
    return general ? [problemAt(general, [], "official_text_missing", { id })] : [];
  }
  const { path, text, fault } = officialText;
  // One problem of the text, not one of each quote.
  if (typeof fault === "string") {
    return [{ file: path, line: 1, column: 1, code: fault, params: {} }];
  }
  if (fault !== null) {
    const { line = 1, column = 1 } = fault.position ?? {};
    return [{ file: path, line, column, code: "not_readable", params: {}, issue: fault }];
  }
  return [...parts.values()].flatMap((file) =>
    membersNamed(file.value, QUOTE).flatMap(({ keys, value }) =>
      typeof value !== "string" || text.includes(value.trimEnd())
        ? []
        : [problemAt(file, keys, "quote_not_official", differing(value, text))],
    ),
  );
};

// A slip of a character is found where the passage that was meant stands beside it.
const differing = (quote: string, text: string): { quote: string; official: string } => {
  const wrong = quote.split("\n").find((line) => !text.includes(line)) ?? quote;
  return { quote: wrong, official: nearestPassage(wrong, text) };
};

const ALIKE = 0.5;

/** The passage of a text that shares most pairs of characters with a quote; empty where none is like it. */
const nearestPassage = (quote: string, text: string): string => {
  const pairs = pairsOf(quote);
  const further = ({ length }: string): number => Math.abs(length - quote.length);
  const ranked = text
    .split(/(?<=[。；：])|\n/)
    .map((passage) => passage.trim().replace(/^\d+\./, ""))
    .map((passage) => ({ passage, like: likeness(pairs, pairsOf(passage)) }))
    .sort((one, other) => other.like - one.like || further(one.passage) - further(other.passage));
  const [best] = ranked;
  return best && best.like >= ALIKE ? best.passage : "";
};

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

// Dice's coefficient: 1 where all pairs are shared, 0 where none is.
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size + other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
};
