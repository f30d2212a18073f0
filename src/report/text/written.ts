import type { Line } from "../../generated/types.js";
import { visible } from "../../words/visible.js";
import { line } from "./line.js";

/*
 * Text that others wrote. In a document it may do nothing but be read: no control characters, and no
 * beginning that a spreadsheet takes for a formula once the document is pasted into one (OWASP, CSV
 * injection): an apostrophe keeps it a text. Nothing of it is dropped.
 */
const FORMULA = /^[=+\-@＝＋－＠]/;

// A hyphen before a blank begins an entry of a list; a dash says the same and begins no formula.
const ENTRY = /^-(?=[ \u3000])/;

const harmless = (text: string): string => {
  const trimmed = visible(text.replaceAll("\t", " ")).trim().replace(ENTRY, "–");
  return FORMULA.test(trimmed) ? `'${trimmed}` : trimmed;
};

/** A text of others, paragraph by paragraph; blank lines only part them. */
export const written = (text: string): Line[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(harmless)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => line(paragraph));

const LONGEST = 80;

/** A text of others as a part of one line, such as a title. */
export const writtenShort = (text: string): string => {
  const whole = harmless(text.replace(/\s+/g, " "));
  const characters = Array.from(whole);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : whole;
};

/** Whether a text holds characters that are shown as codes. */
export const hasHidden = (text: string): boolean => {
  const plain = text.replace(/[\n\r\t\v\f\u0085\u2028\u2029]/g, " ");
  return visible(plain) !== plain;
};

/** Whether anything of it can be read. The same blanks count as none as in the policy. */
export const isTold = (text: unknown): text is string =>
  typeof text === "string" && /[^ \t\r\n\u00a0\u3000]/.test(text);
