/** Seeded random requests that look for trouble, and a shrinker for what they find. */
import { randomIncident } from "./generate/incident.js";
import { closeQuestions } from "./generate/close.js";
import { Dice } from "./generate/dice.js";
import { randomAftermath } from "./generate/aftermath.js";
import { randomTimes } from "./generate/times.js";
import { READINGS } from "./readings.js";

export { shrink } from "./generate/shrink.js";

function randomReadings(dice: Dice): Record<string, string> | undefined {
  if (dice.chance(0.4)) return undefined;
  const readings: Record<string, string> = {};
  const all = dice.chance(0.15);
  for (const [name, options] of Object.entries(READINGS)) {
    if (all || dice.chance(0.25)) readings[name] = dice.pick<string>(options);
  }
  return readings;
}

function request(dice: Dice, incident: Record<string, unknown>): Record<string, unknown> {
  const document: Record<string, unknown> = { incident };
  const readings = randomReadings(dice);
  if (readings !== undefined) document.readings = readings;
  const { times, asOf, reports } = randomTimes(dice, readings ?? {});
  if (times !== undefined) incident.times = times;
  if (asOf !== undefined) document.as_of = asOf;
  if (reports !== undefined) incident.reports = reports;
  return document;
}

/** A valid request; the same seed gives the same request. */
export function randomRequest(seed: number): unknown {
  const dice = new Dice(seed);
  const document = request(dice, randomIncident(dice));
  // Dice of its own: what a seed has found before, it finds again.
  Object.assign(document.incident as object, randomAftermath(new Dice(seed ^ 0x2545f491)));
  return document;
}

/** A valid request with so few open facts that `questionsByBruteForce` can go through them. */
export function randomSmallRequest(seed: number): unknown {
  const dice = new Dice(seed ^ 0x5bd1e995);
  const document = request(dice, randomIncident(dice, true));
  closeQuestions(document, dice);
  return document;
}
