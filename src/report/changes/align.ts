import type { Incident } from "../../generated/types.js";
import { isListOfObjects, isOpenList } from "../facts/flatten.js";

/*
 * Entries of a list have no names, only places. So that an entry which merely stands elsewhere now is
 * no change, the earlier list is put in the order of the later one before both are compared.
 */
const LISTS = ["sites", "data", "tampering"] as const;

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const entriesOf = (value: unknown): readonly unknown[] =>
  isOpenList(value) ? value.at_least : isListOfObjects(value) ? (value as unknown[]) : [];

const inOrderOf = (before: readonly unknown[], after: readonly unknown[]): unknown[] => {
  const left = [...before];
  const placed = after.map((entry) => {
    const at = left.findIndex((one) => same(one, entry));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return [...placed.map((entry) => (entry === undefined ? left.shift() : entry)), ...left].filter(
    (entry) => entry !== undefined,
  );
};

/** The earlier incident with its lists in the order of the later one's. */
export const aligned = (before: Incident, after: Incident): Incident => {
  const impact: Record<string, unknown> = { ...before.impact };
  for (const name of LISTS) {
    const earlier = before.impact?.[name];
    const ordered = inOrderOf(entriesOf(earlier), entriesOf(after.impact?.[name]));
    if (ordered.length === 0) continue;
    impact[name] = isOpenList(earlier) ? { at_least: ordered } : ordered;
  }
  return before.impact === undefined ? before : { ...before, impact };
};
