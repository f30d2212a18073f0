import type { Incident } from "../../generated/types.js";
import { flatten, isListOfObjects, isOpenList } from "../facts/flatten.js";
import { isStated } from "../facts/say.js";
import { instantOf } from "../../words/index.js";
import { aligned } from "./align.js";

/** A fact that is stated otherwise than before; undefined where it is not stated. */
export interface FactChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

// Names, what was sent, Art. 8's texts and Art. 11's facts are no contents of a supplement.
const OTHER = /^\/(?:id$|title$|reports|summary\/|mitigation\/)/;

// What "did not happen" may be said in several ways, and under `unstated: none` by silence.
const NONE = "none";
const isNone = (value: unknown): boolean =>
  value === false ||
  value === 0 ||
  value === "none" ||
  (Array.isArray(value) && value.length === 0);

// Lists are compared entry by entry; the list itself says only whether it is complete and how long.
const comparable = (path: string, value: unknown, { unstated }: Incident): unknown => {
  if (path === UNSTATED) return value;
  if (!isStated(value)) return unstated === "none" && meansNone(path) ? NONE : undefined;
  if (isNone(value)) return NONE;
  if (isListOfObjects(value)) {
    const open = isOpenList(value);
    return { open, entries: (open ? value.at_least : (value as unknown[])).length };
  }
  return typeof value === "string" ? (instantOf(value) ?? value.trim()) : value;
};

const UNSTATED = "/unstated";

/** Whether silence on a fact can mean that it did not happen; of times and texts it never does. */
export const meansNone = (path: string): boolean =>
  !/^\/(?:times|narrative|operator)\/|\/(?:by|at|reason)$/.test(path);

const factsOf = (incident: Incident): Map<string, unknown> =>
  flatten({ ...incident, unstated: incident.unstated ?? "unknown" });

/** The facts that changed between two states of an incident, in the incident's order. */
export const changedFacts = (before: Incident, after: Incident): FactChange[] => {
  const old = factsOf(aligned(before, after));
  const now = factsOf(after);
  const differs = ({ path, from, to }: FactChange): boolean =>
    JSON.stringify(comparable(path, from, before)) !== JSON.stringify(comparable(path, to, after));
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((path) => !OTHER.test(path))
    .map((path) => ({ path, from: old.get(path), to: now.get(path) }))
    .filter(differs);
};
