import type { Incident } from "../../generated/types.js";

/** A list of which these entries are known and there may be more. */
export interface OpenList {
  readonly at_least: readonly unknown[];
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a list of which some entries are known. */
export const isOpenList = (value: unknown): value is OpenList =>
  isObject(value) && Array.isArray(value.at_least);

/** Whether a value is a quantity between bounds, or no more than that. */
export const isBounds = (value: unknown): boolean =>
  isObject(value) &&
  !isOpenList(value) &&
  Object.keys(value).every((key) => key === "at_least" || key === "at_most");

const entriesOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value as unknown[];
  return isOpenList(value) ? value.at_least : null;
};

/** Whether a list has entries that are objects, with facts of their own. */
export const isListOfObjects = (value: unknown): boolean => {
  const entries = entriesOf(value);
  return entries !== null && entries.length > 0 && entries.every(isObject);
};

/**
 * The facts of an incident by their JSON Pointers, in the incident's order. A list of objects is there
 * itself, too, for whether it is complete.
 */
export const flatten = (incident: Incident): Map<string, unknown> => {
  const facts = new Map<string, unknown>();
  const add = (pointer: string, value: unknown): void => {
    // An object that says nothing, such as `times: {}`, states no fact.
    if (value === undefined || (isObject(value) && Object.keys(value).length === 0)) return;
    if (isListOfObjects(value)) {
      facts.set(pointer, value);
      entriesOf(value)?.forEach((entry, at) => {
        add(`${pointer}/${at}`, entry);
      });
    } else if (isObject(value) && !isOpenList(value) && !isBounds(value)) {
      for (const [key, member] of Object.entries(value)) add(`${pointer}/${key}`, member);
    } else {
      facts.set(pointer, value);
    }
  };
  for (const [key, member] of Object.entries(incident)) add(`/${key}`, member);
  return facts;
};

/** The value at a JSON Pointer of an incident; undefined where there is none. */
export const factAt = (incident: Incident, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (here, key) => (isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined),
      incident,
    );
