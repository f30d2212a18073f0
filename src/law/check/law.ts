import type { OfficialText } from "../official-text.js";
import type { LawFile } from "../read.js";

/** One version's data by the names of its parts (`annex`, `duties`, …); `version` is the general part. */
export interface VersionParts {
  readonly id: string;
  readonly parts: ReadonlyMap<string, LawFile>;
  readonly officialText: OfficialText | undefined;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** A value as an object; anything else as an object without members. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The value below some keys; undefined where there is none. */
export const below = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (here, key) => (isObject(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  );

/** The entries of a value that is an object. */
export const entriesOf = (value: unknown): [string, unknown][] => Object.entries(objectOf(value));

/** The texts of a value that is a list, or of one text. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === "string");

/** Every member with one of the names, however deep, with the keys that lead to it. */
export const membersNamed = (
  value: unknown,
  names: ReadonlySet<string>,
  keys: readonly (string | number)[] = [],
): { keys: readonly (string | number)[]; name: string; value: unknown }[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const there = [...keys, Array.isArray(value) ? Number(key) : key];
    return names.has(key)
      ? [{ keys: there, name: key, value: member }]
      : membersNamed(member, names, there);
  });
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
