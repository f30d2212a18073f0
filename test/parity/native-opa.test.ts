// The same bundle through an unmodified OPA and through our WASM: whole decisions must be equal.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOpaServer, type OpaServer } from "../support/opa-server.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { BUNDLE, shippedPolicy } from "../support/shipped-policy.js";
import { randomRequest } from "../oracle/index.js";
import { requestAt } from "../oracle/differential/requests.js";
import { damaged } from "./damaged.js";
import type { Policy } from "../../src/evaluator/policy.js";

const RANDOM = Number(process.env.PARITY_REQUESTS ?? 2_000);
const AT_ONCE = 16;

let opa: OpaServer;
let policy: Policy;
beforeAll(async () => {
  opa = await startOpaServer(BUNDLE);
  policy = await shippedPolicy();
});
afterAll(() => opa.stop());

/** Compares in slices, so that OPA has work for its cores while ours has one. */
const compare = async (requests: readonly unknown[]): Promise<number> => {
  for (let start = 0; start < requests.length; start += AT_ONCE) {
    const slice = requests.slice(start, start + AT_ONCE);
    const native = await Promise.all(slice.map((request) => opa.decide(request)));
    slice.forEach((request, place) => {
      expect({ request, decision: policy.evaluate(request as object) }).toEqual({
        request,
        decision: native[place],
      });
    });
  }
  return requests.length;
};

describe("native OPA and WASM give the same whole decision", () => {
  it("for every fixture", async () => {
    expect(await compare(fixtureFiles().map(requestOf))).toBeGreaterThan(0);
  });

  it(`for ${String(RANDOM)} random and adversarial requests`, { timeout: 600_000 }, async () => {
    await compare(Array.from({ length: RANDOM }, (_, seed) => requestAt(seed)));
  });

  it(
    `for requests with one thing wrong, which no policy may grade`,
    { timeout: 60_000 },
    async () => {
      const requests = Array.from({ length: 1_000 }, (_, seed) =>
        damaged(randomRequest(seed), seed),
      );
      await compare(requests);
      const statuses = new Set(
        requests.map(
          (request) => (policy.evaluate(request as object) as { status: string }).status,
        ),
      );
      expect(statuses).toContain("invalid");
    },
  );

  it("for ten thousand sites", async () => {
    const site = { kind: "enterprise_portal", cause: "fault", unreachable_minutes: 119 };
    await compare([
      { incident: { id: "many", impact: { sites: Array.from({ length: 10_000 }, () => site) } } },
    ]);
  });

  it("for an empty request", async () => {
    await compare([{}, { incident: {} }, { incident: [] }, { incident: null }]);
  });
});
