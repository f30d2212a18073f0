/** Builds the incidents that a question speaks of: all at its lowest, but for one entry and one fact. */
import type { Question } from "../../src/index.js";
import { GRADES } from "../oracle/types.js";
import { FACTS, type Kind } from "./facts.js";
import { boundsOf, copyOf, isOpen, leftOutMeansNone, listed } from "./places.js";
import { placesOf, state, type Doc, type Place } from "./places.js";
import { decide } from "./support.js";

const rank = (request: unknown): number => GRADES.indexOf(decide(request).grade?.floor!);

/** The least that a fact may turn out to be; null for a required word, of which none is the least. */
const leastOf = (kind: Kind, value: unknown): unknown => {
  if (kind.type === "quantity") return boundsOf(kind, value)[0];
  if (kind.type === "choice") return kind.lowest;
  return kind.type === "yes_no" ? false : listed(value).entries;
};

/** The completion of lowest grade. */
export const lowestOf = (request: unknown): Doc => {
  const none = leftOutMeansNone(request);
  const lowest = copyOf(request);
  const words: Place[] = [];
  for (const place of openOf(lowest, none)) {
    const least = leastOf(place.kind, place.value);
    if (least === null) words.push(place);
    // Entries of an open list stay where they are until everything is said of them.
    else if (place.kind.type !== "entries") state(lowest, place.path, least);
  }
  for (const { path, kind } of words) {
    if (kind.type !== "choice") continue;
    const grades = kind.words.map((word) => {
      state(lowest, path, word);
      return rank(lowest);
    });
    state(lowest, path, kind.words[grades.indexOf(Math.min(...grades))]);
  }
  for (const { path, value } of openOf(lowest, none)) state(lowest, path, listed(value).entries);
  return lowest;
};

const openOf = (request: unknown, none: boolean): Place[] =>
  placesOf(request).filter((place) => isOpen(place, none));

/** Every value of a fact that might make another count: its ends, or its words. */
const candidates = (kind: Kind, value: unknown): readonly unknown[] => {
  if (kind.type === "quantity") return [...new Set(boundsOf(kind, value))];
  if (kind.type === "choice") return kind.words;
  if (kind.type === "yes_no") return [true, false];
  if (kind.type === "entries") return [];
  const { entries } = listed(value);
  return [kind.words, entries, ...kind.words.map((word) => [...entries, word])];
};

interface Answer {
  enough: unknown;
  short: unknown;
}

/** Values that reach what a question names, each with those that just do not. */
const answersTo = ({ decides }: Question, { kind, value }: Place): Answer[] => {
  if ("unit" in decides) return [{ enough: decides.at_least, short: decides.at_least - 1 }];
  const named: readonly unknown[] = decides.one_of;
  if (kind.type === "words") {
    const { entries } = listed(value);
    return named.map((word) => ({ enough: [...entries, word], short: entries }));
  }
  // What the annex lists is named; of these, a word may still not do with what is known of the rest.
  return named.flatMap((enough) => candidates(kind, value).map((short) => ({ enough, short })));
};

/** The other facts that stand beside a fact: of its entry, or of its group. */
const siblings = (request: unknown, path: string, none: boolean): Place[] => {
  const holder = path.slice(0, path.lastIndexOf("/") + 1);
  const inEntry = /\/\d+\/$/.test(holder) || holder === "/impact/cii/";
  return inEntry
    ? openOf(request, none).filter((one) => one.path !== path && one.path.startsWith(holder))
    : [];
};

/** Whether some completion lets the answer alone lift the grade to what the question says. */
export const raised = (request: unknown, lowest: Doc, question: Question): boolean => {
  const none = leftOutMeansNone(request);
  const place = placesOf(request).find(({ path }) => path === question.path);
  if (!place) return false;
  if (place.kind.type === "entries") return raisedByEntry(lowest, question);
  const beside = siblings(request, place.path, none).map(({ path, kind, value }) => ({
    path: closed(path),
    values: candidates(kind, value),
  }));
  const target = GRADES.indexOf(question.raises_to as (typeof GRADES)[number]);
  return answersTo(question, place).some(({ enough, short }) =>
    someOf(copyOf(lowest), beside, (completed) => {
      const reached = (answer: unknown): number => {
        state(completed, closed(place.path), answer);
        return rank(completed);
      };
      return reached(enough) >= target && reached(short) < target;
    }),
  );
};

/** Entries of an open list stand one level up once it is closed. */
const closed = (path: string): string => path.replace("/at_least", "");

const someOf = (
  request: Doc,
  beside: readonly { path: string; values: readonly unknown[] }[],
  holds: (request: Doc) => boolean,
): boolean => {
  const [first, ...rest] = beside;
  if (!first) return holds(request);
  return first.values.some((value) => {
    state(request, first.path, value);
    return someOf(request, rest, holds);
  });
};

/** One entry more, otherwise as bad as can be, with the fact that the question names. */
const raisedByEntry = (lowest: Doc, { path, decides, raises_to }: Question): boolean => {
  const kind = FACTS[path];
  if (kind?.type !== "entries") return false;
  const target = GRADES.indexOf(raises_to as (typeof GRADES)[number]);
  const { entries } = listed(placesOf(lowest).find((place) => place.path === path)?.value);
  const members = Object.entries(kind.members);
  const numbers = members.filter(([, of]) => of.type === "quantity").map(([name]) => name);
  const words = members.filter(([, of]) => of.type === "choice");
  const named = "unit" in decides ? numbers : words.map(([name]) => name);
  const answers = "unit" in decides ? [decides.at_least] : decides.one_of;
  return named.some((name) =>
    answers.some((answer) => {
      const entry: Doc = { [name]: answer };
      const beside = members
        .filter(([other]) => other !== name)
        .map(([other, of]) => ({ path: `/${other}`, values: worst(of, other) }));
      const after = copyOf(lowest);
      return someOf({ incident: entry }, beside, (holder) => {
        state(after, path, [...entries, holder.incident]);
        return rank(after) >= target;
      });
    }),
  );
};

/** Worst words first; other numbers and signs at their least, so that the named one does the work. */
const worst = (kind: Kind, name: string): readonly unknown[] => {
  if (kind.type === "quantity") return [0];
  if (kind.type === "words") return [kind.words];
  if (kind.type !== "choice") return [];
  return name === "determined_spread" ? [kind.lowest] : kind.words.toReversed();
};
