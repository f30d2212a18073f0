import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { findFixtures } from "../../src/cli/test/find-fixtures.js";
import { mismatches } from "../../src/cli/test/match.js";
import type { Policy } from "../../src/evaluator/policy.js";
import { boundaryCases } from "../../src/law/boundaries/index.js";

/** A request with what notices that its answer changed. */
export interface Case {
  readonly name: string;
  readonly kind: "fixture" | "case";
  readonly request: object;
  /** The place in the data that it turns on; empty for a fixture. */
  readonly turnsOn: string;
  /** Whether an answer is another one than the law's. */
  readonly notices: (decision: unknown) => boolean;
}

/**
 * Every fixture, which notices what it expects otherwise, and every boundary case of the unchanged
 * data, which notices any change of the decision (test/law/golden.test.ts holds them to it).
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
  const boundaries = boundaryCases(data as Record<string, unknown>).map(
    ({ name, request, turnsOn }): Case => {
      const answer = JSON.stringify(policy.evaluate(request));
      const notices = (decision: unknown): boolean => JSON.stringify(decision) !== answer;
      return { name, kind: "case", request, turnsOn, notices };
    },
  );
  const failing = fixtures.filter(({ request, notices }) => notices(policy.evaluate(request)));
  for (const { name } of failing) console.error(`${name} fails already and is left out`);
  return [...boundaries, ...fixtures.filter((one) => !failing.includes(one))];
};

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
