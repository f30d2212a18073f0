// Swapping while requests are under way: each is answered wholly by one bundle, the one it started with.
import { expect, it } from "vitest";
import { createRules } from "../../../src/bundle/index.js";
import { higherNumber, LOSS, publish, tampered, verification } from "../../support/bundles.js";

const BUNDLES = 8;
const REQUESTS_AT_ONCE = 8;

/** A moment in which others go on: a request that waits for its body, its peer, its turn. */
const moment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it("no request is answered by two bundles, by a bad one, or by one that is gone for others", async () => {
  // Every other revision grades the incident lower, so that a mixture would show.
  const gradeOf = (revision: string): string =>
    Number(revision.split(".")[1]) % 2 === 0 ? "relatively_major" : "general";
  const bundles = await Promise.all(
    Array.from({ length: BUNDLES }, (_, n) =>
      publish({ revision: `2026.${String(n)}`, ...(n % 2 === 1 && { law: higherNumber }) }),
    ),
  );
  const rules = createRules({ verification });
  await rules.activate(bundles[0]!);

  let publishing = true;
  const answeredBy = new Set<string>();
  const requests = Array.from({ length: REQUESTS_AT_ONCE }, async () => {
    let last = 0;
    while (publishing) {
      const { evaluator, revision } = rules.current();
      for (let step = 0; step < 3; step += 1) {
        const decision = evaluator.evaluate(LOSS);
        expect(decision.rules?.revision).toBe(revision);
        expect(decision.grade?.floor).toBe(gradeOf(revision));
        await moment();
      }
      answeredBy.add(revision);
      const number = Number(revision.split(".")[1]);
      expect(number).toBeGreaterThanOrEqual(last);
      last = number;
    }
  });
  for (const bytes of bundles.slice(1)) {
    await expect(rules.activate(tampered(bytes))).rejects.toThrow();
    await rules.activate(bytes);
    await moment();
  }
  publishing = false;
  await Promise.all(requests);
  expect(answeredBy.size).toBeGreaterThan(BUNDLES / 2);
}, 60_000);
