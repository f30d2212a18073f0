import { AmrnciError, type ErrorCode, type IssueCode } from "../errors.js";
import {
  type Document,
  FORBIDDEN_KEYS,
  hasLoneSurrogate,
  type InputLimits,
  MAX_DEPTH,
} from "./document.js";
import { placesOf, type Place } from "./json-places.js";
import { scan } from "./json-scan.js";
import { syntaxFault } from "./json-syntax.js";
import { isExact } from "./number.js";
import { nearestOffset, positionAt } from "./positions.js";
import { refusal } from "./refusal.js";
import { textOf } from "./text.js";

/**
 * Reads JSON as plain values. Beyond `JSON.parse` it refuses what would silently change or endanger:
 * a key that stands twice, names of prototypes, numbers that a double can't hold, halves of surrogate
 * pairs, deep nesting, and more than `maxBytes` (1 MiB).
 *
 * @throws {AmrnciError} with the place: `input_too_large`, `input_not_utf8`, `input_not_json`,
 * `too_deep`, `duplicate_key`, `forbidden_key`, `lone_surrogate`, `number_not_exact`
 * @example
 * ```ts
 * const { value, positionOf } = parseJson('{"incident": {"id": "i-1"}}');
 * positionOf("/incident/id"); // { line: 1, column: 15 }
 * ```
 */
export const parseJson = (input: string | Uint8Array, limits: InputLimits = {}): Document => {
  const text = textOf(input, limits);
  const { members, tooDeep, inexact } = scan(text);
  // Before parsing: some engines recurse.
  if (tooDeep) throw deep(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notJson(text, cause);
  }
  // With as many members in the value as in the text, no key stood twice.
  const sound =
    !inexact &&
    membersOf(value) === members &&
    (!isSuspect(text, typeof input !== "string") || isClean(value));
  if (!sound) throw firstDefect(text);
  return { value, positionOf: positionsOf(text) };
};

/** Whether a forbidden key or half of a surrogate pair could be in it; an escape can spell both. */
const isSuspect = (text: string, decoded: boolean): boolean =>
  text.includes("\\u") ||
  // UTF-8 holds whole characters only.
  (!decoded && hasLoneSurrogate(text)) ||
  /"(?:__proto__|constructor|prototype)"/.test(text);

/** Whether no text is half of a pair and no key is forbidden. Nesting is bounded already. */
const isClean = (value: unknown): boolean => {
  if (typeof value === "string") return !hasLoneSurrogate(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isClean);
  return Object.entries(value).every(
    ([name, member]) => !FORBIDDEN_KEYS.has(name) && !hasLoneSurrogate(name) && isClean(member),
  );
};

const membersOf = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const entry of value) if (typeof entry === "object") count += membersOf(entry);
    return count;
  }
  // JSON.parse made it: all that for-in finds, but what someone put into Object.prototype, is its own.
  for (const name in value) {
    count++;
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof member === "object") count += membersOf(member);
  }
  return count;
};

/** The first thing in the text that a look at the whole found to be there. */
const firstDefect = (text: string): AmrnciError => {
  for (const place of placesOf(text)) {
    const found = defect(place);
    if (found !== undefined) {
      const { code, ...issue } = found;
      const position = positionAt(text, place.offset);
      return refusal(code, { path: place.pointer, code, position, ...issue });
    }
  }
  return new AmrnciError(
    "internal",
    "The input was found unsound, but no place in it is. Please report this.",
  );
};

const defect = ({ kind, source, repeated }: Place): Defect | undefined => {
  if (kind === "container") return undefined;
  if (kind === "number") {
    const params = { number: source.slice(0, 40) };
    return isExact(source) ? undefined : { code: "number_not_exact", expected: "number", params };
  }
  const plain = source.includes("\\") ? String(JSON.parse(source)) : source.slice(1, -1);
  if (hasLoneSurrogate(plain)) return { code: "lone_surrogate", expected: "text" };
  if (kind !== "key") return undefined;
  if (FORBIDDEN_KEYS.has(plain)) return { code: "forbidden_key", expected: "nothing" };
  return repeated ? { code: "duplicate_key", expected: "nothing" } : undefined;
};

interface Defect {
  readonly code: ErrorCode & IssueCode;
  readonly expected: string;
  readonly params?: { readonly number: string };
}

const deep = (text: string): AmrnciError => {
  let open = 0;
  let path = "";
  let offset = 0;
  for (const place of placesOf(text)) {
    open = place.pointer.split("/").length;
    ({ pointer: path, offset } = place);
    if (open > MAX_DEPTH) break;
  }
  return refusal("too_deep", {
    path,
    code: "too_deep",
    expected: "value",
    position: positionAt(text, offset),
    params: { most: MAX_DEPTH },
  });
};

const notJson = (text: string, cause: unknown): AmrnciError => {
  const { offset, why } = syntaxFault(text);
  return refusal(
    "input_not_json",
    {
      path: "",
      code: "syntax",
      expected: "json",
      position: positionAt(text, offset),
      params: { why },
    },
    cause,
  );
};

const positionsOf = (text: string): Document["positionOf"] => {
  let offsets: Map<string, number> | undefined;
  return (pointer) => {
    if (offsets === undefined) {
      offsets = new Map();
      // A member stands where its key stands.
      for (const place of placesOf(text)) {
        if (!offsets.has(place.pointer)) offsets.set(place.pointer, place.offset);
      }
    }
    return positionAt(text, nearestOffset(offsets, pointer));
  };
};
