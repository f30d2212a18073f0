import { mergeData } from "../../bundle/merge.js";
import type { LawProblemCode } from "../check/index.js";
import type { LawFolder } from "../folder.js";

/** The law as data with the logic that reads it. */
export interface LawSource {
  readonly data: Readonly<Record<string, unknown>>;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

/**
 * A folder of data as a source. It brings no logic, and perhaps no tables of words: those are the
 * shipped bundle's.
 */
export const sourceOf = ({ files }: LawFolder, shipped: LawSource): LawSource => {
  const data = mergeData(files.map(({ at, value, path: source }) => ({ at, value, source })));
  return { wasm: shipped.wasm, data: { tables: shipped.data.tables, ...data } };
};

/** What a draft may lack and still be compared: the rules read none of it, or read it all the same. */
export const DRAFT_PROBLEMS: ReadonlySet<LawProblemCode> = new Set([
  "citation_undefined",
  "citation_unused",
  "class_falling",
  "file_not_read",
  "list_not_sorted",
  "number_not_quoted",
  "official_text_empty",
  "official_text_missing",
  "quote_not_official",
  "reading_without_source",
  "recipient_undefined",
  "recipient_unused",
  "term_placeholders_differ",
  "term_undefined",
  "term_unused",
  "tier_not_rising",
  "version_gap",
]);
