/**
 * Words for people: of the interface (zh.ts, en.ts) and of the law (the bundle's terms), and how
 * numbers, times and spans are written. Nothing here knows a rule, a number or a file.
 */
import { en } from "./en.js";
import type { Language, Words } from "./words.js";
import { zh } from "./zh.js";

export type { Language, Words } from "./words.js";
export { fill } from "./fill.js";
export { createTerms } from "./terms.js";
export type { Terms } from "./terms.js";
export { createSpeech } from "./speech.js";
export type { Speech } from "./speech.js";
export { instantOf } from "./time.js";

/** The words of the interface in one language. */
export function wordsOf(language: Language): Words {
  return language === "zh" ? zh : en;
}
