/** What every differential run sends: mostly random requests, and a third that aims at edges. */
import { randomRequest } from "../index.js";
import { Dice } from "../generate/dice.js";
import { adversarialRequest } from "./adversarial.js";

const AIMED = 1 / 3;

/** The request of a seed, always the same. */
export const requestAt = (seed: number): unknown =>
  new Dice(seed ^ 0x7f4a7c15).chance(AIMED) ? adversarialRequest(seed) : randomRequest(seed);
