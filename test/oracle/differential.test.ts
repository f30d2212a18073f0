// The product against a second, independent reading of the law. A difference is a bug in one of them:
// read the article, and keep the request as a fixture (see test/fixtures/found/README.md).
import { describe, expect, it } from "vitest";
import { createEvaluatorFrom } from "../../src/evaluator/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedData, shippedEvaluator, shippedWasm } from "../support/shipped-policy.js";
import { againstOracle } from "./differential/counterexample.js";
import type { Decides } from "./differential/differing.js";
import { keepCounterexample } from "./differential/keep.js";
import { EVERYTHING, reachedBy } from "./differential/reached.js";
import { requestAt } from "./differential/requests.js";
import { decide, randomSmallRequest, type OracleVersion } from "./index.js";

const COUNT = Number(process.env.ORACLE_REQUESTS ?? 20_000);
const FIRST = Number(process.env.ORACLE_SEED ?? 0);

/** Fails with the smallest request that still shows the difference, and keeps it. */
const expectSame = async (
  product: Decides,
  name: string,
  request: unknown,
  versions?: readonly OracleVersion[],
): Promise<void> => {
  const found = await againstOracle(product, name, request, versions);
  if (found === null) return;
  const draft = keepCounterexample(found);
  const { product: ours, oracle } = found.said;
  expect({ draft, request: found.request, ...ours }, `see ${draft}`).toEqual({
    draft,
    request: found.request,
    ...oracle,
  });
};

describe("the product and the oracle agree", () => {
  it(
    `on ${String(COUNT)} random and adversarial requests from seed ${String(FIRST)}`,
    { timeout: 3_600_000 },
    async () => {
      const product = await shippedEvaluator();
      const reached = new Set<string>();
      for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
        const request = requestAt(seed);
        await expectSame(product, `seed-${String(seed)}`, request);
        for (const part of reachedBy(decide(request))) reached.add(part);
      }
      // Agreement on what never came up would be none.
      if (COUNT >= 20_000) expect(EVERYTHING.filter((part) => !reached.has(part))).toEqual([]);
      expect([...reached].filter((part) => !EVERYTHING.includes(part))).toEqual([]);
    },
  );

  it("on random requests with few open facts", { timeout: 120_000 }, async () => {
    const product = await shippedEvaluator();
    for (let seed = 0; seed < 500; seed += 1) {
      await expectSame(product, `small-${String(seed)}`, randomSmallRequest(seed));
    }
  });

  it("on every fixture, the counterexamples of the past among them", async () => {
    const product = await shippedEvaluator();
    for (const fixture of fixtureFiles()) {
      await expectSame(product, fixture.name, requestOf(fixture));
    }
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
    const product = await createEvaluatorFrom({ wasm: shippedWasm(), data });
    const applied = new Map<string | null, number>();
    for (let seed = 0; seed < 1_500; seed += 1) {
      const request = requestAt(seed);
      await expectSame(product, `versions-${String(seed)}`, request, INVENTED);
      const { rules: id } = decide(request, INVENTED);
      applied.set(id, (applied.get(id) ?? 0) + 1);
    }
    expect([...applied.keys()].sort()).toEqual([null, ...INVENTED.map(({ id }) => id)].sort());
  });
});
