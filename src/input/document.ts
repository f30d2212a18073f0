import type { Position } from "../errors.js";

/** A document that was read: a plain value, and where in its text each part of it stands. */
export interface Document {
  readonly value: unknown;
  /**
   * Line and column of the value at a JSON Pointer; of the nearest one around it where there is none
   * (a member that is missing); null where the document has no text.
   */
  readonly positionOf: (pointer: string) => Position | null;
}

/** How much a document may hold. */
export interface InputLimits {
  /** Bytes of UTF-8; 1 MiB where left out. */
  readonly maxBytes?: number;
}

/** How a YAML document must be written. */
export interface YamlRules extends InputLimits {
  /**
   * What a reader sees is what is meant: no anchors and aliases, and numbers in plain digits (no
   * `1e6`, `0x1f`, `1_000`, `+5`, `1.0`).
   */
  readonly plain?: boolean;
}

export const MAX_BYTES = 1024 * 1024;

/** Levels of lists and objects; the contract's deepest document has 9. */
export const MAX_DEPTH = 64;

/** Names that would reach into the prototypes of careless programs. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);

/** True for a text with half of a surrogate pair, which no UTF-8 text can hold. */
export const hasLoneSurrogate = (text: string): boolean =>
  // The second look, which knows pairs, costs five times the first.
  /[\ud800-\udfff]/.test(text) && /\p{Surrogate}/u.test(text);
