// The front door without files, as edge workers and browsers get it; test/runtimes tries it in theirs.
import { describe, expect, it } from "vitest";
import { createEvaluator } from "../../src/edge.js";
import { isAmrnciError } from "../../src/index.js";
import { LOSS, publish, tampered, verification } from "../support/bundles.js";

const code = (error: unknown): string => (isAmrnciError(error) ? error.code : String(error));

describe("at the edge, a bundle", () => {
  it("that is signed is taken with its key, and without one only by word", async () => {
    const bundle = await publish({ revision: "2026.1" });
    for (const trust of [verification, "none"] as const) {
      const evaluator = await createEvaluator({ bundle, verification: trust });
      expect(evaluator.evaluate(LOSS).rules?.revision).toBe("2026.1");
    }
    expect(await createEvaluator({ bundle }).catch(code)).toBe("bundle_not_trusted");
    const changed = createEvaluator({ bundle: tampered(bundle), verification });
    expect(await changed.catch(code)).toBe("bundle_not_trusted");
  });

  it("that is stale says so, by the clock that is given", async () => {
    const bundle = await publish({ key: "none", not_after: "2026-01-01T00:00:00Z" });
    const saysStale = async (now: string): Promise<boolean> => {
      const evaluator = await createEvaluator({ bundle, now: () => Date.parse(now) });
      return evaluator.evaluate(LOSS).notices.some((one) => one.code === "bundle_stale");
    };
    expect(await saysStale("2025-12-31T23:59:59Z")).toBe(false);
    expect(await saysStale("2026-01-01T00:00:01Z")).toBe(true);
  });
});
