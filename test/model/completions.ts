/** Every way in which the open facts of a request may turn out, for requests with few of them. */
import { isRequired, type Kind } from "../unknowns/facts.js";
import { boundsOf, copyOf, isOpen, leftOutMeansNone, listed } from "../unknowns/places.js";
import { placesOf, state, type Doc, type Place } from "../unknowns/places.js";

export interface Space {
  /** The open facts, each with the values that may make a difference. */
  readonly facts: readonly { readonly path: string; readonly values: readonly unknown[] }[];
  /** The request in which each fact has the value of that place; at `OPEN` it stays as open as it was. */
  completion(places: readonly number[]): Doc;
}

/** No place of a value. */
export const OPEN = -1;

/** The space of a request; null where a list is open, which has no end, or where it is too large. */
export const spaceOf = (request: unknown, most: number): Space | null => {
  const none = leftOutMeansNone(request);
  const open = placesOf(request).filter((place) => isOpen(place, none));
  if (open.some(({ kind }) => kind.type === "entries")) return null;
  const facts = open.map(({ path, kind, value }: Place) => ({
    path,
    values: valuesOf(kind, value),
  }));
  const size = facts.reduce((product, { values }) => product * values.length, 1);
  if (size > most) return null;
  return {
    facts,
    completion(places) {
      const complete = copyOf(request);
      facts.forEach(({ path, values }, index) => {
        const place = places[index] ?? 0;
        if (place !== OPEN) state(complete, path, values[place]);
      });
      return complete;
    },
  };
};

/** Both sides of every number that the annex gives, and the ends; every word; every set of words. */
const valuesOf = (kind: Kind, value: unknown): readonly unknown[] => {
  if (kind.type === "yes_no") return [false, true];
  if (kind.type === "choice") return kind.words;
  if (kind.type === "entries") return [];
  if (kind.type === "quantity") {
    const [low, high] = boundsOf(kind, value);
    const edges = kind.limits.flatMap((limit) => [limit - 1, limit]);
    return [...new Set([low, ...edges.filter((edge) => edge > low && edge < high), high])];
  }
  const { entries } = listed(value);
  const more = kind.words.filter((word) => !entries.includes(word));
  const sets = Array.from({ length: 2 ** more.length }, (_, bits) => [
    ...entries,
    ...more.filter((__, place) => (bits & (1 << place)) !== 0),
  ]);
  return isRequired(kind) ? sets : [entries];
};

/** Goes through all places of a space; the first fact changes fastest. */
export function* placesIn({ facts }: Space): Generator<number[]> {
  const places = facts.map(() => 0);
  for (;;) {
    yield [...places];
    const moving = places.findIndex(
      (place, index) => place + 1 < (facts[index]?.values.length ?? 0),
    );
    if (moving < 0) return;
    places.fill(0, 0, moving);
    places[moving] = (places[moving] ?? 0) + 1;
  }
}
