// Every decision on every boundary case, held by a digest for each place in the data: what changes
// any of them on purpose renews the file with `npx vitest run test/law/golden.test.ts --update`.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { boundaryCases } from "../../src/law/boundaries/index.js";
import { shippedData, shippedPolicy } from "../support/shipped-policy.js";

it("no decision on a boundary case changes unseen", async () => {
  const policy = await shippedPolicy();
  const digests = new Map<string, { cases: number; hash: ReturnType<typeof createHash> }>();
  for (const { turnsOn, name, request } of boundaryCases(shippedData())) {
    const { cases, hash } = digests.get(turnsOn) ?? { cases: 0, hash: createHash("sha256") };
    hash.update(JSON.stringify([name, sorted(policy.evaluate(request))]));
    digests.set(turnsOn, { cases: cases + 1, hash });
  }
  const lines = [...digests].map(
    ([place, { cases, hash }]) => `${hash.digest("hex").slice(0, 16)} ${String(cases)} ${place}`,
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("decisions.golden.txt");
});

// The order of an object's members is the engine's own.
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
};
