/** Random values of the contract's types: known, bounded, unknown, left out. */
import type { Dice } from "./dice.js";

/** How much of an incident is known, and how bad it may get. */
export interface Mood {
  readonly dice: Dice;
  /** Chances of a fact being left out, unknown or bounded. */
  readonly omitted: number;
  readonly unknown: number;
  readonly bounded: number;
  /** Up to which threshold values mostly go: 0 none, 3 the highest. */
  readonly reach: number;
}

const OMITTED = undefined;

export function yesNo(mood: Mood, yes = 0.35): unknown {
  const { dice } = mood;
  if (dice.chance(mood.omitted)) return OMITTED;
  if (dice.chance(mood.unknown)) return "unknown";
  return dice.chance(yes);
}

/** A word; `required` ones are never left out, but may be unknown. Words go lowest first. */
export function choice(mood: Mood, words: readonly string[], required = false): unknown {
  const { dice } = mood;
  if (!required && dice.chance(mood.omitted)) return OMITTED;
  if (dice.chance(mood.unknown)) return "unknown";
  return dice.pick(words);
}

/** A word of a ladder, mostly not above the reach. */
export function ladder(mood: Mood, words: readonly string[]): unknown {
  const beyond = mood.dice.chance(0.1) ? words.length : mood.reach + words.length - 3;
  return choice(mood, words.slice(0, Math.max(1, Math.min(words.length, beyond))));
}

function near(mood: Mood, thresholds: readonly number[], greatest: number): number {
  const { dice } = mood;
  if (dice.chance(0.25)) return 0;
  if (dice.chance(0.02)) return greatest;
  const reachable = dice.chance(0.05) ? thresholds : thresholds.slice(0, mood.reach + 1);
  const at = dice.pick(reachable);
  const above = reachable.length > mood.reach && at === reachable[reachable.length - 1];
  const step = above && dice.chance(0.9) ? -1 : dice.pick([-1, -1, 0, 0, 1]);
  if (dice.chance(0.1)) return dice.between(0, Math.max(0, Math.min(greatest, at + step)));
  return Math.max(0, Math.min(greatest, at + step));
}

export function quantity(mood: Mood, thresholds: readonly number[], greatest = 10 ** 15): unknown {
  const { dice } = mood;
  if (dice.chance(mood.omitted)) return OMITTED;
  if (dice.chance(mood.unknown)) return dice.chance(0.1) ? {} : "unknown";
  const one = near(mood, thresholds, greatest);
  if (!dice.chance(mood.bounded)) return one;
  const other = near(mood, thresholds, greatest);
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  return dice.pick([
    { at_least: low },
    { at_most: high },
    { at_most: high, at_least: low },
    { at_least: low, at_most: high },
  ]);
}

/** Drops the members that were left out. */
export function entry(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A list: left out, unknown, complete or open, sometimes very long. */
export function list(mood: Mood, make: () => unknown): unknown {
  const { dice } = mood;
  if (dice.chance(mood.omitted)) return OMITTED;
  if (dice.chance(mood.unknown)) return "unknown";
  const length = dice.chance(0.01) ? dice.between(10, 40) : dice.pick([0, 0, 1, 1, 1, 2, 3]);
  const entries = Array.from({ length }, make);
  return dice.chance(mood.unknown) ? { at_least: entries } : entries;
}

/** A set of words: never left out, perhaps unknown or open. */
export function words(mood: Mood, from: readonly string[]): unknown {
  const { dice } = mood;
  if (dice.chance(mood.unknown)) return "unknown";
  const chosen = dice.some(from, dice.pick([0.2, 0.4, 0.7]));
  return dice.chance(mood.unknown) ? { at_least: chosen } : chosen;
}

export function text(mood: Mood): unknown {
  const { dice } = mood;
  if (dice.chance(0.3)) return OMITTED;
  return dice.chance(0.03) ? "" : dice.pick(["已查明", "x", '"quoted" \\ text', "😀 \u2028"]);
}
