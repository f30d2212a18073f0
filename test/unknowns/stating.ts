/** Stating facts: saying more of one than was said, up to knowing all of them. */
import type { Dice } from "../oracle/generate/dice.js";
import { isRequired, type Kind, type Quantity } from "./facts.js";
import { boundsOf, copyOf, isOpen, leftOutMeansNone, listed } from "./places.js";
import { placesOf, state, type Doc, type Place } from "./places.js";

/** A request with one more thing stated; null where nothing is open. */
export const stateOne = (request: unknown, dice: Dice): Doc | null => {
  const open = placesOf(request).filter((place) => isOpen(place, leftOutMeansNone(request)));
  if (open.length === 0) return null;
  const { path, kind, value } = dice.pick<Place>(open);
  const after = copyOf(request);
  state(after, path, narrower(kind, value, dice));
  return after;
};

/** A request with every fact known, in one of the ways that what is stated allows. */
export const stateAll = (request: unknown, dice: Dice): Doc => {
  const after = copyOf(request);
  const none = leftOutMeansNone(request);
  for (;;) {
    const open = placesOf(after).filter((place) => isOpen(place, none));
    if (open.length === 0) return after;
    for (const { path, kind, value } of open) {
      // Closing a list moves its entries: their places are looked up again.
      state(after, path, known(kind, value, dice));
      if (kind.type === "entries") break;
    }
  }
};

/** Something that says more than `value`, perhaps all. */
const narrower = (kind: Kind, value: unknown, dice: Dice): unknown => {
  if (kind.type === "quantity" && dice.chance(0.5)) {
    const [one, other] = [within(kind, value, dice), within(kind, value, dice)];
    return { at_least: Math.min(one, other), at_most: Math.max(one, other) };
  }
  if (kind.type === "words" || kind.type === "entries") {
    const closed = known(kind, value, dice) as unknown[];
    return dice.chance(0.5) ? { at_least: closed } : closed;
  }
  return known(kind, value, dice);
};

/** One of the things that it may turn out to be. */
export const known = (kind: Kind, value: unknown, dice: Dice): unknown => {
  switch (kind.type) {
    case "yes_no":
      return dice.chance(0.5);
    case "choice":
      return dice.pick(kind.words);
    case "quantity":
      return within(kind, value, dice);
    case "words": {
      const { entries } = listed(value);
      const more = kind.words.filter((word) => !entries.includes(word));
      return [...entries, ...dice.some(more, dice.pick([0, 0.2, 0.7]))];
    }
    case "entries": {
      const more = Array.from({ length: dice.pick([0, 1, 1, 2]) }, () =>
        entryOf(kind.members, dice),
      );
      return [...listed(value).entries, ...more];
    }
  }
};

/** A number between the bounds, mostly at a limit or one below. */
const within = (kind: Quantity, value: unknown, dice: Dice): number => {
  const [low, high] = boundsOf(kind, value);
  const edges = kind.limits
    .flatMap((limit) => [limit - 1, limit])
    .filter((edge) => edge > low && edge < high);
  return dice.chance(0.1) ? dice.between(low, high) : dice.pick([low, high, ...edges]);
};

const entryOf = (members: Readonly<Record<string, Kind>>, dice: Dice): Doc =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, kind]) => {
      if (!isRequired(kind) && dice.chance(0.2)) return [];
      return [[name, dice.chance(0.2) ? "unknown" : narrower(kind, undefined, dice)]];
    }),
  );
