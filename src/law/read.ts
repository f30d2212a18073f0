import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { LineCounter, isNode, parseDocument, type Document } from "yaml";

/** A data file of the law, still knowing where in the text each value stands. */
export interface LawFile {
  /** Path below the policies folder, with forward slashes: `law/2025-11-01/annex/data.yaml`. */
  readonly path: string;
  /** Where its value stands in OPA's `data`: `["law", "2025-11-01", "annex"]`. */
  readonly at: readonly string[];
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** What is wrong with a data file, where, and what to do. */
export interface LawProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

// In a bundle OPA takes only files of these names for data.
const DATA_FILE = /^data\.(?:yaml|json)$/;

/** Reads every data file below `root` (the policies folder) in a fixed order. */
export const readLawFiles = (root: string): LawFile[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && DATA_FILE.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort()
    .map((path) => parseLawFile(path, readFileSync(join(root, path), "utf8")));

/** Reads the text of one data file. Its syntax errors are found by `checkLawData`. */
export const parseLawFile = (path: string, text: string): LawFile => {
  const lines = new LineCounter();
  // JSON is YAML as well, so one parser gives positions for both.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const value: unknown = document.errors.length === 0 ? document.toJS() : undefined;
  return { path, at: path.split("/").slice(0, -1), value, document, lines };
};

/** The line and column (from 1) of the value at `keys` in a file, or of the nearest one above it. */
export const positionOf = (
  file: LawFile,
  keys: readonly (string | number)[],
): { line: number; column: number } => {
  for (let length = keys.length; length > 0; length--) {
    const node = file.document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return place(file, node.range[0]);
  }
  return { line: 1, column: 1 };
};

export const place = (file: LawFile, offset: number): { line: number; column: number } => {
  const { line, col } = file.lines.linePos(offset);
  return { line, column: col };
};
