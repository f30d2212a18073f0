// The hand-written decision that the benchmarks compare with must go on answering like the policy.
import { expect, it } from "vitest";
import { createHand } from "../../scripts/bench/hand/decide.js";
import { expectEqual } from "../../scripts/bench/equal.js";
import { shippedData, shippedPolicy } from "../support/shipped-policy.js";

it("the hand-written peer decides like the policy", { timeout: 60_000 }, async () => {
  const policy = await shippedPolicy();
  const hand = createHand(shippedData() as unknown as Parameters<typeof createHand>[0]);
  const compared = expectEqual({ policy: (request) => policy.evaluateToJson(request), hand });
  expect(compared).toBeGreaterThan(1_000);
});
