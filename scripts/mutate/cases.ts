import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { findFixtures } from "../../src/cli/test/find-fixtures.js";
import { mismatches } from "../../src/cli/test/match.js";
import type { Policy } from "../../src/evaluator/policy.js";
import { boundaryCases } from "../../src/law/boundaries/index.js";
import { randomRequest } from "../../test/oracle/index.js";
import { damaged } from "../../test/parity/damaged.js";

// What the numbers of the law do not lead to: words, kinds, combinations, and what is no request at all.
const RANDOM = 1_500;
const DAMAGED = 1_500;

/** A request with what notices that its answer changed. */
export interface Case {
  readonly name: string;
  readonly kind: "fixture" | "case";
  readonly request: unknown;
  /** The place in the data that it turns on; empty for a fixture. */
  readonly turnsOn: string;
  /** Whether an answer is another one than the law's. */
  readonly notices: (decision: unknown) => boolean;
}

/**
 * Every fixture, which notices what it expects otherwise; every boundary case of the unchanged data
 * (test/law/golden.test.ts holds them to it), and requests of the differential run, good and damaged, which
 * notice any change of the decision.
 */
export const allCases = async (root: string, data: object, policy: Policy): Promise<Case[]> => {
  const fixtures = (await findFixtures([join(root, "test/fixtures")])).map((file): Case => {
    const { incident, as_of, readings, expect } = parse(readFileSync(file, "utf8")) as Fixture;
    const request = {
      incident,
      ...(as_of === undefined ? {} : { as_of }),
      ...(readings === undefined ? {} : { readings }),
    };
    const notices = (decision: unknown): boolean => mismatches(expect, decision).length > 0;
    return { name: file.slice(root.length), kind: "fixture", request, turnsOn: "", notices };
  });
  const noticing = (name: string, request: unknown, turnsOn = ""): Case => {
    const answer = JSON.stringify(policy.evaluate(request));
    const notices = (decision: unknown): boolean => JSON.stringify(decision) !== answer;
    return { name, kind: "case", request, turnsOn, notices };
  };
  const boundaries = boundaryCases(data as Record<string, unknown>).map(
    ({ name, request, turnsOn }) => noticing(name, request, turnsOn),
  );
  const random = seeds(RANDOM).map((seed) => noticing(`random ${seed}`, randomRequest(seed)));
  const broken = seeds(DAMAGED).map((seed) =>
    noticing(`damaged ${seed}`, damaged(randomRequest(seed), seed)),
  );
  // More entries of one list than are asked about at a time.
  const sites = Array.from({ length: 60 }, () => ({ kind: "government_portal" }));
  const long = noticing("sixty open entries", { incident: { id: "long", impact: { sites } } });
  const failing = fixtures.filter(({ request, notices }) => notices(policy.evaluate(request)));
  for (const { name } of failing) console.error(`${name} fails already and is left out`);
  return [
    ...boundaries,
    ...fixtures.filter((one) => !failing.includes(one)),
    ...random,
    ...broken,
    long,
  ];
};

const seeds = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

interface Fixture {
  incident: object;
  as_of?: string;
  readings?: Record<string, string>;
  expect: unknown;
}

/** The first case whose answer a policy changes; the cases that noticed most come first. */
export const firstToNotice = (
  policy: Policy,
  cases: readonly Case[],
  likely: readonly Case[],
): { noticed: "fixture" | "case"; by: string; one: Case } | null => {
  for (const one of new Set([...likely, ...cases])) {
    let changed: boolean;
    try {
      changed = one.notices(policy.evaluate(one.request));
    } catch {
      changed = true; // no answer at all
    }
    if (changed) return { noticed: one.kind, by: one.name, one };
  }
  return null;
};
