// The host keeps what is for people away from the policy; whatever a rule reads must still reach it.
import { expect, it } from "vitest";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedEvaluator, shippedPolicy } from "../support/shipped-policy.js";
import { randomRequest } from "../oracle/index.js";

it("decisions are the same by the whole data and by what the rules read of it", async () => {
  const whole = await shippedPolicy();
  const evaluator = await shippedEvaluator();
  const random = Array.from({ length: 500 }, (_, seed) => randomRequest(seed) as object);
  for (const request of [...fixtureFiles().map(requestOf), ...random]) {
    expect(JSON.parse(evaluator.answerToJson(request))).toEqual(whole.evaluate(request));
  }
});
