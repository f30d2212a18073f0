/** Taking facts away: knowing less than was stated. */
import { member } from "../oracle/json.js";
import type { Dice } from "../oracle/generate/dice.js";
import { isRequired } from "./facts.js";
import { boundsOf, copyOf, incidentOf, leaveOut, leftOutMeansNone, listed } from "./places.js";
import { placesOf, state, type Doc, type Place } from "./places.js";

/** A request that says less in one way, of one fact or of many. */
export const removeOne = (request: unknown, dice: Dice): Doc => {
  const after = copyOf(request);
  const none = leftOutMeansNone(request);
  if (none && dice.chance(0.1)) {
    // What was left out no longer means that nothing happened.
    Reflect.deleteProperty(incidentOf(after), "unstated");
    return after;
  }
  if (!none && dice.chance(0.1)) {
    leaveOut(after, dice.pick(["/impact", "/operator", "/judgements", "/impact/cii"]));
    return after;
  }
  // Where what is left out means none, it is a statement too, and may be taken back.
  const stated = placesOf(request).filter(({ value }) => none || value !== undefined);
  if (stated.length > 0) forget(after, dice.pick<Place>(stated), none, dice);
  return after;
};

const forget = (after: Doc, { path, kind, value }: Place, none: boolean, dice: Dice): void => {
  if (!none && !isRequired(kind) && dice.chance(0.4)) {
    leaveOut(after, path);
  } else if (kind.type === "quantity" && value !== undefined && dice.chance(0.5)) {
    const [low, high] = boundsOf(kind, value);
    state(after, path, { at_least: Math.floor(low / 2), at_most: Math.min(kind.most, high * 2) });
  } else if ((kind.type === "entries" || kind.type === "words") && dice.chance(0.6)) {
    state(after, path, { at_least: dice.some(listed(value).entries, 0.7) });
  } else {
    state(after, path, "unknown");
  }
};

export const TIMES = [
  "occurred_at",
  "discovered_at",
  "learned_at",
  "assessed_at",
  "handling_ended_at",
] as const;

/** The times that a request states. */
export const timesOf = (request: unknown): string[] =>
  TIMES.filter((name) => member(request, "incident", "times", name) !== undefined);
