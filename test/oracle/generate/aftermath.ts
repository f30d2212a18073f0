/** What counts once an incident is over: mitigating facts (Art. 11), and the summary (Art. 8). */
import type { Dice } from "./dice.js";

const MITIGATING = ["reasonable_protection", "followed_plan", "reduced_impact"];
const SUMMED_UP = [
  "cause",
  "emergency_measures",
  "harm",
  "accountability",
  "rectification",
  "lessons",
];

export function randomAftermath(dice: Dice): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  if (dice.chance(0.5)) {
    facts.mitigation = chosen(dice, MITIGATING, () => dice.pick([true, true, false, "unknown"]));
  }
  if (dice.chance(0.2)) facts.summary = chosen(dice, SUMMED_UP, () => "总结");
  return facts;
}

const chosen = (
  dice: Dice,
  names: readonly string[],
  value: () => unknown,
): Record<string, unknown> =>
  Object.fromEntries(dice.some(names, 0.7).map((name) => [name, value()]));
