import type { Issue } from "../../errors.js";
import { createIssue } from "./issue.js";
import { pointerPart } from "./pointer.js";
import { receivedOf } from "./received.js";

/**
 * Bounds the wrong way round (`at_least` greater than `at_most`), which JSON Schema can't say.
 * The document follows its schema already, so these two names mean bounds wherever they are numbers.
 */
export const reversedBounds = (value: unknown, limit: number, path = ""): Issue[] => {
  // Pointers cost more than all the rest, and are nearly never needed.
  if (limit <= 0 || !hasReversed(value)) return [];
  const object = value as Readonly<Record<string, unknown>>;
  const found = isReversed(object) ? [issueOf(object, path)] : [];
  for (const [name, member] of Object.entries(object)) {
    found.push(...reversedBounds(member, limit - found.length, path + pointerPart(name)));
  }
  return found;
};

const hasReversed = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (const entry of value) if (hasReversed(entry)) return true;
    return false;
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (isReversed(object)) return true;
  for (const name in object) {
    const member = object[name];
    if (typeof member === "object" && hasReversed(member)) return true;
  }
  return false;
};

const isReversed = ({ at_least: low, at_most: high }: Readonly<Record<string, unknown>>): boolean =>
  typeof low === "number" && typeof high === "number" && low > high;

const issueOf = (bounds: Readonly<Record<string, unknown>>, path: string): Issue =>
  createIssue({
    path,
    code: "bounds_reversed",
    expected: "quantity",
    received: receivedOf(bounds),
    params: { at_least: String(bounds.at_least), at_most: String(bounds.at_most) },
  });
