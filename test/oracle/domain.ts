/** Facts as the set of values they may still have: known, bounded, unknown (contract section 2). */
import { member } from "./json.js";
import { EFFECTS, type Effect } from "./words.js";

export type Unstated = "unknown" | "none";

/** Representative values, and a key that is the same for domains that cannot be told apart. */
export interface Domain<T> {
  readonly values: readonly T[];
  readonly key: string;
}

const GREATEST = 10 ** 15;

const YES: Domain<boolean> = { values: [true], key: "yes" };
const NO: Domain<boolean> = { values: [false], key: "no" };
const EITHER: Domain<boolean> = { values: [false, true], key: "?" };

export function yesNo(raw: unknown, unstated: Unstated): Domain<boolean> {
  if (raw === true) return YES;
  if (raw === false) return NO;
  return raw === undefined && unstated === "none" ? NO : EITHER;
}

export function choice<W extends string>(
  raw: unknown,
  words: readonly W[],
  lowest: W,
  unstated: Unstated,
): Domain<W> {
  const word = words.find((candidate) => candidate === raw);
  if (word !== undefined) return { values: [word], key: word };
  if (raw === undefined && unstated === "none") return { values: [lowest], key: lowest };
  return { values: words, key: "?" };
}

function classOf(value: number, thresholds: readonly number[]): number {
  return thresholds.filter((threshold) => value >= threshold).length;
}

/** Lowest, highest, and each threshold with the value just below it, as far as they are possible. */
export function quantity(
  raw: unknown,
  thresholds: readonly number[],
  unstated: Unstated,
  greatest = GREATEST,
): Domain<number> {
  let low = 0;
  let high = greatest;
  if (typeof raw === "number") {
    low = raw;
    high = raw;
  } else if (raw === undefined && unstated === "none") {
    high = 0;
  } else {
    const atLeast = member(raw, "at_least");
    const atMost = member(raw, "at_most");
    if (typeof atLeast === "number") low = atLeast;
    if (typeof atMost === "number") high = atMost;
  }
  const key = `${String(classOf(low, thresholds))}-${String(classOf(high, thresholds))}`;
  if (low === high) return { values: [low], key };
  const values = new Set([low, high]);
  for (const threshold of thresholds) {
    for (const value of [threshold - 1, threshold]) {
      if (value > low && value < high) values.add(value);
    }
  }
  return { values: [...values], key };
}

function subset(bits: number): readonly Effect[] {
  return EFFECTS.filter((_, place) => (bits & (1 << place)) !== 0);
}

const SUBSETS: readonly (readonly Effect[])[] = Array.from({ length: 32 }, (_, bits) =>
  subset(bits),
);

/** What happened to data: a set of words; an open list may be any set that holds the listed ones. */
export function effects(raw: unknown): Domain<readonly Effect[]> {
  const { entries, open } = list(raw, "unknown");
  const listed = EFFECTS.filter((effect) => entries.includes(effect));
  const key = `${open ? "+" : "="}${listed.join()}`;
  if (!open) return { values: [listed], key };
  return { values: SUBSETS.filter((set) => listed.every((word) => set.includes(word))), key };
}

export interface List {
  readonly entries: readonly unknown[];
  /** There may be more entries than these. */
  readonly open: boolean;
  /** Where the entries sit below the list's own JSON Pointer. */
  readonly below: "" | "/at_least";
}

export function list(raw: unknown, unstated: Unstated): List {
  if (Array.isArray(raw)) return { entries: raw, open: false, below: "" };
  const atLeast = member(raw, "at_least");
  if (Array.isArray(atLeast)) return { entries: atLeast, open: true, below: "/at_least" };
  return { entries: [], open: !(raw === undefined && unstated === "none"), below: "" };
}
