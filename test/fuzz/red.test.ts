// That each door can fail: what it leads to is broken, and it says so.
import { describe, expect, it } from "vitest";
import { type Door, outcomeOf } from "../../scripts/fuzz/door.js";
import { open as openHttp } from "../../scripts/fuzz/doors/http.js";
import { createProduct } from "../../scripts/fuzz/product.js";
import type { Evaluator } from "../../src/index.js";

const product = await createProduct();

const throwing = (): never => {
  throw new TypeError("broken");
};

/** Answers nothing, or nothing of sense. */
const EVALUATORS: Readonly<Record<string, Evaluator>> = {
  throwing: {
    data: product.evaluator.data,
    evaluate: throwing,
    evaluateToJson: throwing,
    answerToJson: throwing,
    compareReadings: throwing,
  },
  nonsensical: {
    data: product.evaluator.data,
    evaluate: () => ({ nonsense: 1 }) as never,
    evaluateToJson: () => '{"nonsense":1}',
    answerToJson: () => '{"nonsense":1}',
    compareReadings: () => [],
  },
};

/** The first line of each seed at which a door says that something is wrong. */
const redAt = async ({ seeds, take }: Door): Promise<string[]> => {
  const red = [];
  for (const seed of seeds) {
    const { wrong } = await outcomeOf({ seeds, take }, seed);
    if (wrong !== null) red.push(Buffer.from(seed).toString().split("\n")[0] ?? "");
  }
  return red;
};

describe("with an evaluator that answers nothing of sense", () => {
  it.each(Object.entries(EVALUATORS))(
    "(%s) the door of HTTP is red wherever it decides",
    async (_, evaluator) => {
      const red = await redAt(openHttp({ evaluator }));
      for (const path of [
        "/v1/data/amrnci/decision",
        "/v0/data/amrnci/decision",
        "/v1/decisions?compare",
        "/v1/batch",
        "/v1/batch/data/amrnci/decision",
      ]) {
        expect(red).toContain(`POST ${path}`);
      }
    },
  );
});
