import { damaged } from "../../test/parity/damaged.js";
import { randomRequest } from "../../test/oracle/index.js";
import type { Dice } from "../../test/oracle/generate/dice.js";

/** What a request is for: to be answered, to be refused, or to be much. */
export type Kind = "good" | "bad" | "huge" | "wrecking";

export interface Soaking {
  readonly kind: Kind;
  readonly value: unknown;
}

const SITE = { kind: "enterprise_portal", cause: "fault", unreachable_minutes: 119 };

// So many that the policy runs out of the memory that the soak allows it.
const WRECKING = 60_000;

/** An endless mix: mostly good, some bad, a few huge, and now and then one that wrecks the instance. */
export const nextRequest = (dice: Dice, { wrecking }: { wrecking: boolean }): Soaking => {
  const seed = dice.between(0, 1_000_000_000);
  const luck = dice.next();
  if (luck < 0.0005 && wrecking) return { kind: "wrecking", value: withSites(WRECKING) };
  if (luck < 0.002) return { kind: "huge", value: withSites(dice.pick([500, 2_000])) };
  if (luck < 0.15) return { kind: "bad", value: damaged(randomRequest(seed), seed) };
  return { kind: "good", value: randomRequest(seed) };
};

const withSites = (count: number): object => ({
  incident: { id: "soak", impact: { sites: Array.from({ length: count }, () => SITE) } },
});
