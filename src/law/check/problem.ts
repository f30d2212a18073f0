import type { Issue } from "../../errors.js";
import { pointerOf } from "../../evaluator/validate/index.js";
import type { LawFile } from "../read.js";

/** What can be wrong with the law's data, as a word that programs may rely on. */
export type LawProblemCode =
  // The whole against the rules that would read it.
  | "logic_version_mismatch"
  // A file as a text.
  | "not_readable"
  | "too_large"
  | "not_a_file"
  // Files and folders.
  | "file_missing"
  | "file_not_read"
  | "file_twice"
  | "version_without_folder"
  | "folder_without_version"
  // One file against its schema.
  | "schema"
  // Versions and their dates.
  | "date_impossible"
  | "version_named_otherwise"
  | "versions_not_newest_first"
  | "version_ends_before_start"
  | "version_gap"
  | "version_overlap"
  // What the files say of each other and of the official text.
  | "official_text_missing"
  | "official_text_empty"
  | "quote_not_official"
  | "number_not_quoted"
  | "citation_undefined"
  | "citation_unused"
  | "term_undefined"
  | "term_unused"
  | "term_placeholders_differ"
  | "recipient_undefined"
  | "recipient_unused"
  | "tier_not_rising"
  | "class_falling"
  | "list_not_sorted"
  | "entry_twice"
  | "option_undefined"
  | "options_differ"
  | "reading_undefined"
  | "reading_without_source"
  | "source_undefined"
  | "source_unused"
  | "fact_undefined"
  | "entry_undefined"
  | "entry_missing"
  | "name_twice";

/** What is wrong with the law's data, and where. */
export interface LawProblem {
  /** Path below the folder that was read. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly code: LawProblemCode;
  readonly params: Readonly<Record<string, string>>;
  /** For `not_readable` and `schema`: what is wrong, in the terms of the reader. */
  readonly issue?: Issue;
}

/** A problem at a place in a file. */
export const problemAt = (
  file: LawFile,
  keys: readonly (string | number)[],
  code: LawProblemCode,
  params: Readonly<Record<string, string>> = {},
): LawProblem => ({ file: file.path, ...file.positionOf(pointerOf(keys)), code, params });
