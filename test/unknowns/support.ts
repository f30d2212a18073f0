/** Runs of fast-check over seeded requests; a failure names its seed, and both requests in full. */
import fc from "fast-check";
import { expect } from "vitest";
import type { Decision } from "../../src/index.js";
import { randomRequest } from "../oracle/index.js";
import { Dice } from "../oracle/generate/dice.js";
import { shippedPolicy } from "../support/shipped-policy.js";
import { takenBack } from "./narrowing.js";

/** Another seed looks elsewhere: `UNKNOWNS_SEED=7 npx vitest run test/unknowns`. */
export const SEED = Number(process.env.UNKNOWNS_SEED ?? 20_251_101);

const policy = await shippedPolicy();
export const decide = (request: unknown): Decision => policy.evaluate(request) as Decision;

/** Checks random requests, each with dice of its own. A seed is not made smaller by shrinking. */
export const forRequests = (
  numRuns: number,
  check: (request: unknown, dice: Dice) => void,
  from: (seed: number) => unknown = randomRequest,
): void => {
  const run = fc.property(fc.nat(), fc.nat(), (seed, luck) => {
    check(from(seed), new Dice(luck));
  });
  fc.assert(run, { numRuns, seed: SEED, endOnFailure: true });
};

/** `more` states all that `less` does, so that nothing certain on `less` may be taken back. */
export const expectKept = (less: unknown, more: unknown): void => {
  const faults = takenBack(decide(less), decide(more));
  if (faults.length > 0) expect({ less, more, faults }).toEqual({ less, more, faults: [] });
};
