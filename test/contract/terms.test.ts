// Whatever code a decision holds, the law's terms have words for it in both languages.
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/index.js";
import { randomRequest } from "../oracle/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedData, shippedPolicy } from "../support/shipped-policy.js";

type Terms = Record<string, Record<string, { zh?: string; en?: string }>>;
const version = shippedData().law["2025-11-01"] as { terms: Terms; citations: Terms[string] };

/** Every code of a decision with the group of terms that it is looked up in. */
const codesOf = (decision: Decision): [group: string, code: string | null][] => [
  ["statuses", decision.status],
  ["reportable", decision.reportable],
  ["grades", decision.grade?.floor ?? null],
  ["grades", decision.grade?.ceiling ?? null],
  ...decision.criteria.flatMap(({ id, grade, ground, outcome }): [string, string][] => [
    ["criteria", id.split(".").slice(2).join(".")],
    ["grades", grade],
    ["grounds", ground],
    ["outcomes", outcome],
  ]),
  ...decision.next_threshold.map(({ unit }): [string, string] => ["units", unit]),
  ...decision.questions.flatMap(({ decides }): [string, string][] =>
    "unit" in decides ? [["units", decides.unit]] : [],
  ),
  ...decision.duties.flatMap((duty): [string, string | null][] => [
    ["duties", duty.id],
    ["actions", duty.action],
    ["applies", duty.applies],
    ["states", duty.state],
    ["manners", duty.manner],
    ["triggers", duty.trigger],
    ["parties", duty.bearer],
    ...duty.recipients.map((party): [string, string] => ["parties", party]),
  ]),
  ...decision.contents.flatMap(({ item, status }): [string, string][] => [
    ["contents", String(item)],
    ["content_statuses", status],
  ]),
  ...decision.related.flatMap(({ id, trigger }): [string, string][] => [
    ["related", id],
    ["related_triggers", trigger],
  ]),
  ...[
    ...(decision.liability?.aggravating ?? []),
    ...(decision.liability?.mitigating ?? []),
  ].flatMap(({ id, status }): [string, string][] => [
    ["liability", id],
    ["liability_statuses", status],
  ]),
  ...decision.notices.map(({ code }): [string, string] => ["notices", code]),
];

const citationsOf = (decision: Decision): string[] => {
  const found: string[] = [];
  JSON.stringify(decision, (name, value: unknown) => {
    if (name === "citation") found.push(value as string);
    return value;
  });
  return found;
};

describe("every code of a decision", () => {
  it("has a Chinese and an English term, and every citation its words", async () => {
    const policy = await shippedPolicy();
    const used = new Map<string, Set<string>>();
    const citations = new Set<string>();
    const requests = [
      ...fixtureFiles().map(requestOf),
      ...Array.from({ length: 400 }, (_, seed) => randomRequest(seed) as object),
      {},
    ];
    for (const request of requests) {
      const decision = policy.evaluate(request) as Decision;
      for (const [group, code] of codesOf(decision)) {
        if (code === null) continue;
        used.set(group, (used.get(group) ?? new Set()).add(code));
      }
      for (const citation of citationsOf(decision)) citations.add(citation);
    }
    const words = expect.stringMatching(/\S/) as unknown;
    for (const [group, codes] of used) {
      for (const code of codes) {
        const term = version.terms[group]?.[code];
        expect({ group, code, term }).toMatchObject({ term: { zh: words, en: words } });
      }
    }
    for (const id of citations) {
      expect({ id, citation: version.citations[id] }).toMatchObject({
        citation: { zh: words, en: words },
      });
    }
    // The requests come by every status and state that there is a term for.
    for (const group of ["statuses", "outcomes", "states", "applies", "manners"]) {
      expect([...(used.get(group) ?? [])].sort()).toEqual(
        Object.keys(version.terms[group] ?? {}).sort(),
      );
    }
  });
});
