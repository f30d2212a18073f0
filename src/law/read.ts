import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Issue, isAmrnciError, type Position } from "../errors.js";
import { pointerOf } from "../evaluator/validate/index.js";
import { parseYaml } from "../input/yaml.js";

/** A data file of the law, still knowing where in the text each value stands. */
export interface LawFile {
  /** Path below the folder that was read, with forward slashes: `law/2025-11-01/annex/data.yaml`. */
  readonly path: string;
  /** Where its value stands in OPA's `data`: `["law", "2025-11-01", "annex"]`. */
  readonly at: readonly string[];
  readonly value: unknown;
  /** Why it could not be read; its value is then null. */
  readonly fault: LawFileFault | null;
  /** Line and column of the value at a JSON Pointer, or of the nearest one around it. */
  readonly positionOf: (pointer: string) => Position;
}

/** Why a file gives no value: too many bytes, no file (a link, a device), or a fault of its text. */
export type LawFileFault = "too_large" | "not_a_file" | Issue;

/** Counsel's largest file has 30 KiB; the calendar's table is as large. */
const MOST_BYTES = 1024 * 1024;
const START: Position = { line: 1, column: 1 };

// In a bundle OPA takes only files of these names for data.
const DATA_FILE = /^data\.(?:yaml|json)$/;

/** Reads every data file below `root` (the policies folder) in a fixed order. */
export const readLawFiles = (root: string): LawFile[] =>
  filesBelow(root)
    .filter((path) => isDataFile(path))
    .map((path) => readLawFile(root, path));

/** Whether OPA takes a file of this name for data. */
export const isDataFile = (path: string): boolean =>
  DATA_FILE.test(path.slice(path.lastIndexOf("/") + 1));

/** Every file below a folder by its path from there with forward slashes, sorted; links too. */
export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

/** Reads one data file. Links, devices and files that are too large are not opened. */
export const readLawFile = (root: string, path: string): LawFile => {
  const whole = join(root, path);
  const entry = lstatSync(whole);
  if (!entry.isFile()) return faulty(path, "not_a_file");
  if (entry.size > MOST_BYTES) return faulty(path, "too_large");
  return parseLawFile(path, readFileSync(whole));
};

/** Parses one data file. */
export const parseLawFile = (path: string, text: string | Uint8Array): LawFile => {
  try {
    // JSON is YAML as well, so one parser gives positions for both.
    const { value, positionOf } = parseYaml(text, { maxBytes: MOST_BYTES, plain: true });
    const at = foldersOf(path);
    return { path, at, value, fault: null, positionOf: (pointer) => positionOf(pointer) ?? START };
  } catch (error) {
    if (!isAmrnciError(error)) throw error;
    return faulty(path, error.issues[0] ?? "too_large");
  }
};

const faulty = (path: string, fault: LawFileFault): LawFile => {
  const position = typeof fault === "string" ? START : (fault.position ?? START);
  return { path, at: foldersOf(path), value: null, fault, positionOf: () => position };
};

const foldersOf = (path: string): string[] => path.split("/").slice(0, -1);

/** The line and column of the value at `keys` in a file, or of the nearest one above it. */
export const positionOf = (file: LawFile, keys: readonly (string | number)[]): Position =>
  file.positionOf(pointerOf(keys));
