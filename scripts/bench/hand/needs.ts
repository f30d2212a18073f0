// How a fact is held against what a criterion needs of it.
import {
  type Fact,
  type Ladder,
  type Listed,
  type Measured,
  type Span,
  rungOf,
  wordsFrom,
} from "./facts.js";

export interface Shown extends Fact {
  readonly needs: object;
}

export interface Answer {
  readonly outcome: "met" | "not_met" | "undecided";
  readonly facts: readonly Shown[];
  /** The facts that would decide by themselves. */
  readonly asks: readonly Shown[];
}

export const NOT_MET: Answer = { outcome: "not_met", facts: [], asks: [] };

export const atLeast = ({ path, value }: Fact, number: number, unit: string): Shown => ({
  path,
  value,
  needs: { at_least: number, unit },
});

export const oneOf = ({ path, value }: Fact, words: readonly unknown[]): Shown => ({
  path,
  value,
  needs: { one_of: words },
});

export const rungFrom = (fact: Fact, ladder: Ladder, rung: number): Shown =>
  oneOf(fact, wordsFrom(ladder, rung) ?? []);

export const turnsOn = ({ low, high }: Span, number: number): boolean =>
  low < number && high >= number;

export const quantity = (fact: Measured, number: number, unit: string): Answer => {
  if (fact.high < number) return NOT_MET;
  const shown = [atLeast(fact, number, unit)];
  return { outcome: fact.low >= number ? "met" : "undecided", facts: shown, asks: shown };
};

export const severity = (fact: Measured, least: string): Answer => {
  const rung = rungOf("severity", least);
  if (fact.high < rung) return NOT_MET;
  const shown = [rungFrom(fact, "severity", rung)];
  return { outcome: fact.low >= rung ? "met" : "undecided", facts: shown, asks: shown };
};

/** A member of an entry as a fact. */
export const member = (
  list: Listed<object>,
  index: number,
  name: string,
  unstated: unknown,
): Fact => ({
  path: `${list.base}/${String(index)}/${name}`,
  value: (list.entries[index] as Readonly<Record<string, unknown>>)[name] ?? unstated,
});

/** The answer where no entry that is known counts: an open list may hold one that does. */
export const unlisted = ({ path, open }: Listed<object>, oneMore: object): Answer => {
  if (!open) return NOT_MET;
  const more = [{ path, value: "unknown", needs: oneMore }];
  return { outcome: "undecided", facts: more, asks: more };
};

const MOST_ASKED = 50;

/** The answer of a criterion that any one entry of a list meets. */
export const anyEntry = <E>(
  list: Listed<object>,
  entries: readonly E[],
  oneMore: object,
  test: {
    readonly possibly: (entry: E) => boolean;
    readonly surely: (entry: E) => boolean;
    readonly shown: (entry: E) => Shown[];
    readonly asked: (entry: E) => Shown[];
  },
): Answer => {
  const possible = entries.filter(test.possibly);
  const proven = possible.find(test.surely);
  if (proven !== undefined) return { outcome: "met", facts: test.shown(proven), asks: [] };
  const [first] = possible;
  const more = unlisted(list, oneMore);
  if (first === undefined) return more;
  const asks = [...more.asks, ...possible.slice(0, MOST_ASKED).flatMap(test.asked)];
  return { outcome: "undecided", facts: test.shown(first), asks };
};

/** Of the entries that miss a grade for want of one known quantity, the one that misses it by least. */
export const nearest = <E extends { readonly index: number }>(
  list: Listed<object>,
  entries: readonly E[],
  span: (entry: E) => Span,
  name: string,
  number: number,
  unit: string,
): Shown[] => {
  let best: E | undefined;
  let most = -1;
  for (const entry of entries) {
    const { low, high } = span(entry);
    if (low !== high || low >= number || low < most) continue;
    const stated = (list.entries[entry.index] as Readonly<Record<string, unknown>>)[name];
    if (typeof stated === "object") continue; // bounds have no distance
    best = entry;
    most = low;
  }
  return best === undefined ? [] : [atLeast(member(list, best.index, name, 0), number, unit)];
};
