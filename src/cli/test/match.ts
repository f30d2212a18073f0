import { isDeepStrictEqual } from "node:util";

/** A place where a decision is not what a fixture expects. */
export interface Mismatch {
  /** JSON Pointer into the fixture, so that its line can be shown. */
  pointer: string;
  /** The id of the entry that it is about, such as a criterion or a duty; null outside of any. */
  rule: string | null;
  expected: unknown;
  /** What stands in the decision; undefined where there is nothing. */
  actual: unknown;
}

interface Place {
  pointer: string;
  rule: string | null;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Compares a part of a decision with the whole (contract, section 7): objects match by the keys
 * that are given, lists of objects with an `id` by their ids, anything else exactly.
 */
export function mismatches(expected: unknown, actual: unknown, pointer = "/expect"): Mismatch[] {
  return compare(expected, actual, { pointer, rule: null });
}

function compare(expected: unknown, actual: unknown, place: Place): Mismatch[] {
  if (isObject(expected) && isObject(actual)) return compareKeys(expected, actual, place);
  if (isListById(expected) && Array.isArray(actual)) return compareIds(expected, actual, place);
  return isDeepStrictEqual(expected, actual) ? [] : [{ ...place, expected, actual }];
}

function compareKeys(expected: JsonObject, actual: JsonObject, place: Place): Mismatch[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    const inner = { ...place, pointer: `${place.pointer}/${escaped(key)}` };
    return compare(value, Object.hasOwn(actual, key) ? actual[key] : undefined, inner);
  });
}

function compareIds(
  expected: readonly Identified[],
  actual: readonly unknown[],
  place: Place,
): Mismatch[] {
  return expected.flatMap((entry, at) => {
    const inner = { pointer: `${place.pointer}/${String(at)}`, rule: entry.id };
    const found = actual.find((one) => isObject(one) && one.id === entry.id);
    if (entry.absent === true) {
      return found === undefined
        ? []
        : [{ ...inner, expected: { absent: true }, actual: { id: entry.id } }];
    }
    return found === undefined
      ? [{ ...inner, expected: entry, actual: undefined }]
      : compare(entry, found, inner);
  });
}

type Identified = JsonObject & { readonly id: string };

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An empty list has no ids: it expects an empty list. */
function isListById(value: unknown): value is Identified[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry) => isObject(entry) && typeof entry.id === "string")
  );
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
