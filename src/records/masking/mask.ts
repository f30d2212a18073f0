import { namesOf, pointerPart, valueAt } from "../../evaluator/validate/index.js";
import type { Masking } from "../../generated/types.js";
import type { MaskingKey } from "./key.js";
import repeats from "./repeats.json" with { type: "json" };

type Json = Readonly<Record<string, unknown>>;

/** A request and its decision as a record shows them. */
export interface Shown {
  readonly input: Json;
  readonly result: Json;
  /** Places of the record, sorted. */
  readonly masked: readonly string[];
  readonly erased: readonly string[];
}

/** What stands for a text that was masked without a key. */
const MASKED = "masked";

/** Shows of a request and its decision what a record may show; neither is changed. */
export const mask = (
  request: object,
  decision: object,
  { mask: places, erase = [] }: Masking,
  key: MaskingKey | null,
): Shown => {
  const masked: string[] = [];
  const erased: string[] = [];
  let shown: Json = { input: request, result: decision };
  for (const place of erase) {
    if (valueAt(shown, place) === undefined) continue;
    shown = changedAt(shown, place, gone(place, erased));
    shown = withoutRepeats(shown, place, erased);
  }
  for (const place of places) {
    shown = changedAt(shown, place, (value) => maskedTexts(value, place, key, masked));
  }
  const { input, result } = shown as { input: Json; result: Json };
  return { input, result, masked: masked.sort(), erased: erased.sort() };
};

/**
 * Replaces every text in a value. A blank one stays: whether something was stated is part of the
 * decision, and nothing is all that it says.
 */
const maskedTexts = (
  value: unknown,
  place: string,
  key: MaskingKey | null,
  masked: string[],
): unknown => {
  if (typeof value === "string") {
    if (value.trim() === "") return value;
    masked.push(place);
    return key?.digest(value) ?? MASKED;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      maskedTexts(member, place + pointerPart(name), key, masked),
    ]),
  );
};

/** Removes from the decision what repeats an erased fact: where it names the fact's path, and the places in data. */
const withoutRepeats = (shown: Json, place: string, erased: string[]): Json => {
  const path = place.slice("/input/incident".length);
  const isPart = (one: string, other: string): boolean => `${other}/`.startsWith(`${one}/`);
  const dependent = repeats
    .filter(({ of }) => isPart(of, place) || isPart(place, of))
    .flatMap(({ at }) => at)
    .flatMap((pattern) => placesAt(shown, pattern));
  const said = placesSaying(shown.result, "/result", (at) => isPart(at, path) || isPart(path, at));
  return [...dependent, ...said].reduce(
    (rest, at) => (isNothing(valueAt(rest, at)) ? rest : changedAt(rest, at, gone(at, erased))),
    shown,
  );
};

// Members that hold a fact, or a number computed from it, beside the `path` that names the fact.
const REPEATING = ["value", "missing"];

const placesSaying = (
  value: unknown,
  place: string,
  isAbout: (path: string) => boolean,
): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, member]) =>
    placesSaying(member, place + pointerPart(name), isAbout),
  );
  const { path } = value as { path?: unknown };
  if (typeof path !== "string" || !isAbout(path)) return inside;
  const own = REPEATING.filter((name) => Object.hasOwn(value, name));
  return [...inside, ...own.map((name) => place + pointerPart(name))];
};

/** The places of a value that a pattern means; `*` is every entry of a list. */
const placesAt = (value: unknown, pattern: string): string[] => {
  const [before, ...behind] = pattern.split("/*");
  if (before === undefined || behind.length === 0) return [pattern];
  const list = valueAt(value, before);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) => placesAt(value, `${before}/${index}${behind.join("/*")}`));
};

const GONE = Symbol("gone");

const gone = (place: string, erased: string[]) => (): typeof GONE => {
  erased.push(place);
  return GONE;
};

/** A copy of a value in which the value at a place is another, or gone; the rest is shared. */
const changedAt = <T>(whole: T, place: string, change: (value: unknown) => unknown): T =>
  changedIn(whole, namesOf(place), change) as T;

const changedIn = (
  value: unknown,
  names: readonly string[],
  change: (value: unknown) => unknown,
): unknown => {
  const [name, ...rest] = names;
  if (name === undefined) return change(value);
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return value;
  const changed = changedIn((value as Json)[name], rest, change);
  if (Array.isArray(value)) {
    // Places in lists are told by number: nothing may move up.
    return value.map((entry: unknown, index) => (String(index) === name ? changed : entry));
  }
  const members = Object.entries(value).flatMap(([key, member]) =>
    key === name ? (changed === GONE ? [] : [[key, changed] as const]) : [[key, member] as const],
  );
  return Object.fromEntries(members);
};

const isNothing = (value: unknown): boolean => value === undefined || value === null;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
