import type { ActiveRules } from "../rules.js";

/** What a path of the Data API names. */
export type Found =
  /** The decision, or a part of it; it needs an input. */
  | { readonly kind: "decision"; readonly within: readonly string[] }
  /** A part of the bundle's data. */
  | { readonly kind: "data"; readonly value: unknown }
  /** Something that OPA would compute from the Rego, and the compiled policy does not give. */
  | { readonly kind: "not_served" }
  | { readonly kind: "undefined" };

/** The segments of a path as OPA reads them: empty ones count for nothing. */
export const segmentsOf = (path: string): string[] =>
  path
    .split("/")
    .filter((part) => part !== "")
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });

/** Finds what a path names. */
export const find = ({ evaluator }: ActiveRules, segments: readonly string[]): Found => {
  const [root, rule, ...within] = segments;
  if (root === undefined) return { kind: "not_served" };
  if (root === "amrnci") {
    return rule === "decision" ? { kind: "decision", within } : { kind: "not_served" };
  }
  const value = valueWithin(evaluator.data, segments);
  return value === undefined ? { kind: "undefined" } : { kind: "data", value };
};

/** The value at a place within another; undefined where there is none. */
export const valueWithin = (value: unknown, segments: readonly string[]): unknown => {
  let current = value;
  for (const name of segments) {
    if (typeof current !== "object" || current === null) return undefined;
    // To OPA a number is a number: 00 is 0, as an index and as a key.
    const isNumber = /^\d{1,15}$/.test(name);
    if (Array.isArray(current) && !isNumber) return undefined;
    const key = isNumber ? String(Number(name)) : name;
    if (!Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
};
