import type { Mutant } from "./mutant.js";

/** A change of one line of Rego. */
export interface RegoMutant extends Mutant {
  /** Path below the policies folder. */
  readonly path: string;
  /** The whole file with the change. */
  readonly text: string;
  /** What is likely to matter comes first: comparisons, then lines, then words. */
  readonly rank: number;
}

type Rewrite = readonly [pattern: RegExp, to: string | ((found: string) => string)];

const REWRITES: readonly Rewrite[] = [
  [/ >= /g, " > "],
  [/ > /g, " >= "],
  [/ <= /g, " < "],
  [/ < /g, " <= "],
  [/ == /g, " != "],
  [/ != /g, " == "],
  [/ \+ /g, " - "],
  [/ - /g, " + "],
  [/\bmin\(/g, "max("],
  [/\bmax\(/g, "min("],
  [/\bnot /g, ""],
  [/\btrue\b/g, "false"],
  [/\bfalse\b/g, "true"],
  [/(?<![\w."])\d+\b/g, (found) => String(Number(found) + 1)],
  [/(?<![\w."])[1-9]\d*\b/g, (found) => String(Number(found) - 1)],
];

/** Every mutant of a policy file: comparisons, numbers, words, negations, and lines that are left out. */
export const regoMutants = (path: string, text: string): RegoMutant[] => {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    if (/^\s*#|^(?:package|import) |^\s*$/.test(line)) return [];
    const ranked = [rewritten(line), left(line), constants(line)].flatMap((changed, rank) =>
      changed.map((instead) => ({ instead, rank })),
    );
    return ranked.map(({ instead, rank }) => ({
      path,
      rank,
      text: lines.with(index, instead).join("\n"),
      place: `policies/${path}:${String(index + 1)}`,
      says: `${path}: ${line.trim()} → ${instead.trim() === "" ? "left out" : instead.trim()}`,
    }));
  });
};

const rewritten = (line: string): string[] =>
  REWRITES.flatMap(([pattern, to]) =>
    [...line.matchAll(pattern)]
      .filter(({ index }) => !inText(line, index))
      .map(({ 0: found, index }) => {
        const instead = typeof to === "string" ? to : to(found);
        return line.slice(0, index) + instead + line.slice(index + found.length);
      }),
  );

// Each text with a letter more: a word, a path or a separator that is not the law's.
const constants = (line: string): string[] =>
  [...line.matchAll(/"(?:[^"\\]|\\.)*"/g)]
    .filter(({ index }) => !inComment(line, index))
    .map(
      ({ 0: found, index }) =>
        `${line.slice(0, index)}${found.slice(0, -1)}x"${line.slice(index + found.length)}`,
    );

// A line of a rule's body that stands by itself.
const left = (line: string): string[] =>
  line.startsWith("\t") && balanced(line) && !/[,{([|]\s*$/.test(line) && !/^\s*[\])}|]/.test(line)
    ? [""]
    : [];

const balanced = (line: string): boolean => {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, "");
  return ["()", "[]", "{}"].every(
    ([open, close]) => bare.split(open ?? "").length === bare.split(close ?? "").length,
  );
};

const inText = (line: string, index: number): boolean =>
  (line.slice(0, index).match(/"/g)?.length ?? 0) % 2 === 1 || inComment(line, index);

const inComment = (line: string, index: number): boolean => {
  const at = line.indexOf(" #");
  return at !== -1 && at < index;
};
