import { unreadable } from "./fault.js";

/** A JSON object as OPA's `data` holds it. */
export type DataObject = { readonly [key: string]: unknown };

/** Deeper documents are refused; OPA goes to 10,000, and no data of a policy is a tenth as deep. */
export const DEEPEST = 500;

/** Puts data values that stand at different places together, as OPA does; a clash is an error. */
export const mergeData = (
  parts: readonly { at: readonly string[]; value: unknown; source: string }[],
): DataObject => {
  let merged: DataObject = {};
  for (const { at, value, source } of parts) {
    const whole = at.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    if (!isObject(whole)) throw unreadable("data_no_object", { name: source });
    merged = merge(merged, whole, source, []);
  }
  return merged;
};

const merge = (a: DataObject, b: DataObject, source: string, at: readonly string[]): DataObject => {
  if (at.length > DEEPEST) throw unreadable("too_deep", { name: source, limit: DEEPEST });
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const there = merged.get(key);
    if (there === undefined) merged.set(key, value);
    else if (isObject(there) && isObject(value)) {
      merged.set(key, merge(there, value, source, [...at, key]));
    } else {
      throw unreadable("data_twice", { name: source, path: [...at, key].join(".") });
    }
  }
  // fromEntries defines its members, so a key __proto__ is a key like any other.
  return Object.fromEntries(merged);
};

export const isObject = (value: unknown): value is DataObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
