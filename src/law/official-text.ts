import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Issue, isAmrnciError } from "../errors.js";
import { textOf } from "../input/index.js";

/** The official text beside a version's data, in which its quotes are looked up. */
export interface OfficialText {
  /** Path below the folder that was read. */
  readonly path: string;
  /** With plain line ends; empty where it could not be read. */
  readonly text: string;
  /** Why it could not be read: too many bytes, no plain file, nothing in it, or a byte that is no UTF-8. */
  readonly fault: "too_large" | "not_a_file" | "official_text_empty" | Issue | null;
}

/** The Measures have 12 KiB. */
const MOST_BYTES = 1024 * 1024;

/** Reads an official text. Links, devices and files that are too large are not opened. */
export const readOfficialText = (root: string, path: string): OfficialText => {
  const whole = join(root, path);
  const entry = lstatSync(whole);
  if (!entry.isFile()) return { path, text: "", fault: "not_a_file" };
  if (entry.size > MOST_BYTES) return { path, text: "", fault: "too_large" };
  try {
    // What an editor makes of line ends is not the law's.
    const text = textOf(readFileSync(whole), { maxBytes: MOST_BYTES }).replaceAll("\r\n", "\n");
    return { path, text, fault: text.trim() === "" ? "official_text_empty" : null };
  } catch (error) {
    if (!isAmrnciError(error)) throw error;
    return { path, text: "", fault: error.issues[0] ?? "too_large" };
  }
};
