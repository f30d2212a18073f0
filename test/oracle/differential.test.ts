// The product against a second, independent reading of the law. A difference is a bug in one of them:
// read the article, and keep the request as a fixture (see test/fixtures/found/README.md).
import { describe, expect, it } from "vitest";
import { createPolicy, type Policy } from "../../src/evaluator/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedData, shippedPolicy, shippedWasm } from "../support/shipped-policy.js";
import { differing, smallestDiffering } from "./differential/differing.js";
import { decide, randomRequest, randomSmallRequest, VERSIONS } from "./index.js";
import type { OracleVersion } from "./index.js";

const COUNT = Number(process.env.ORACLE_REQUESTS ?? 20_000);
const FIRST = Number(process.env.ORACLE_SEED ?? 0);

/** Fails with the smallest request that still shows the difference. */
const expectSame = (
  policy: Policy,
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): void => {
  if (differing(policy, request, versions).length === 0) return;
  const {
    request: smallest,
    parts,
    product,
    oracle,
  } = smallestDiffering(policy, request, versions);
  console.error(`They differ in ${parts.join(", ")} on ${JSON.stringify(smallest)}`);
  expect({ request: smallest, ...product }).toEqual({ request: smallest, ...oracle });
};

describe("the product and the oracle agree", () => {
  it(
    `on ${String(COUNT)} random requests from seed ${String(FIRST)}`,
    { timeout: 3_600_000 },
    async () => {
      const policy = await shippedPolicy();
      for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
        expectSame(policy, randomRequest(seed));
      }
    },
  );

  it("on random requests with few open facts", { timeout: 120_000 }, async () => {
    const policy = await shippedPolicy();
    for (let seed = 0; seed < 500; seed += 1) expectSame(policy, randomSmallRequest(seed));
  });

  it("on every fixture, the counterexamples of the past among them", async () => {
    const policy = await shippedPolicy();
    for (const fixture of fixtureFiles()) expectSame(policy, requestOf(fixture));
  });
});

// The same rules in versions that begin, end and leave a gap, around the times of random requests.
const INVENTED: readonly OracleVersion[] = [
  { id: "2100-01-29", valid_from: "2100-01-29" },
  { id: "2028-01-31", valid_from: "2028-01-31", repealed_from: "2028-02-29" },
  { id: "2025-11-01", valid_from: "2025-11-01", repealed_from: "2026-01-01" },
];

describe("with several versions of the rules", () => {
  it("both apply the version that covers the time", { timeout: 120_000 }, async () => {
    const { law, tables } = shippedData();
    const rules = Object.fromEntries(INVENTED.map(({ id }) => [id, law["2025-11-01"]]));
    const data = { law: { ...law, ...rules, versions: INVENTED }, tables };
    const policy = await createPolicy({ wasm: shippedWasm(), data });
    const applied = new Map<string | null, number>();
    for (let seed = 0; seed < 1_500; seed += 1) {
      const request = randomRequest(seed);
      expectSame(policy, request, INVENTED);
      const { rules: id } = decide(request, INVENTED);
      applied.set(id, (applied.get(id) ?? 0) + 1);
    }
    expect([...applied.keys()].sort()).toEqual([null, ...INVENTED.map(({ id }) => id)].sort());
  });
});
