import { createPolicy } from "../../evaluator/policy.js";
import { boundaryCases } from "../boundaries/index.js";
import { type Change, changesBetween, withChange, withNewVersions } from "./change.js";
import { type Difference, differences } from "./compare.js";
import type { LawSource } from "./source.js";

/** A request that is put to both. */
export interface DiffCase {
  /** A file's name, or a boundary case's. */
  readonly name: string;
  readonly origin: "fixture" | "old" | "new" | "both";
  readonly request: object;
}

/** A case that is answered differently. */
export interface Affected {
  readonly name: string;
  readonly origin: DiffCase["origin"];
  readonly differences: readonly Difference[];
}

/** Cases that differ for the same reason. */
export interface Group {
  /** Each of these changes alone makes the difference; none where only several together do. */
  readonly causes: readonly Cause[];
  readonly affected: readonly Affected[];
}

/** A changed value of the data, by its place in `changes`, or the rules' logic itself. */
export type Cause = number | "logic";

export interface LawDiff {
  readonly changes: readonly Change[];
  /** What the changes are changes of: the old data, with a copy for each new version to differ from. */
  readonly base: LawSource["data"];
  /** Whether the two bundles bring different rules as logic. */
  readonly logicChanged: boolean;
  readonly cases: { readonly fixtures: number; readonly boundaries: number };
  readonly groups: readonly Group[];
}

/** What changed between two sets of rules, and which of the cases they answer differently, and why. */
export const diffLaw = async (
  old: LawSource,
  now: LawSource,
  fixtures: readonly { name: string; request: object }[],
): Promise<LawDiff> => {
  const { base, added } = withNewVersions(old.data, now.data);
  const changes = [...added, ...changesBetween(base, now.data)];
  const logicChanged = !sameBytes(old.wasm, now.wasm);
  const cases = casesOf(old, now, fixtures);
  const [before, after] = [await decider(old), await decider(now)];
  const affected = cases.flatMap((one) => {
    const found = differences(before(one.request), after(one.request));
    return found.length === 0 ? [] : [{ one, found }];
  });
  const alone: [Cause, (request: object) => unknown][] = [];
  if (affected.length > 0) {
    for (const [index, change] of changes.entries()) {
      if (!movesDecisions(change)) continue;
      const from = index < added.length ? old.data : base;
      alone.push([index, await decider({ ...old, data: withChange(from, change) })]);
    }
    if (logicChanged) alone.push(["logic", await decider({ ...old, wasm: now.wasm })]);
  }
  const groups = new Map<string, { causes: Cause[]; affected: Affected[] }>();
  for (const { one, found } of affected) {
    const base = before(one.request);
    const causes = alone
      .filter(([, decide]) => differences(base, decide(one.request)).length > 0)
      .map(([cause]) => cause);
    const group = groups.get(causes.join()) ?? { causes, affected: [] };
    group.affected.push({ name: one.name, origin: one.origin, differences: found });
    groups.set(causes.join(), group);
  }
  return {
    changes,
    base,
    logicChanged,
    cases: {
      fixtures: fixtures.length,
      boundaries: cases.length - fixtures.length,
    },
    groups: [...groups.values()].sort((a, b) => b.affected.length - a.affected.length),
  };
};

const casesOf = (
  old: LawSource,
  now: LawSource,
  fixtures: readonly { name: string; request: object }[],
): DiffCase[] => {
  const made = new Map<string, DiffCase>();
  for (const [origin, { data }] of [
    ["old", old],
    ["new", now],
  ] as const) {
    for (const { name, request } of boundaryCases(data)) {
      const key = JSON.stringify(request);
      const there = made.get(key);
      made.set(
        key,
        there && there.origin !== origin ? { ...there, origin: "both" } : { name, origin, request },
      );
    }
  }
  return [...fixtures.map((one) => ({ ...one, origin: "fixture" as const })), ...made.values()];
};

// Words for people stand in no decision; trying them would only cost time.
const FOR_PEOPLE = ["terms", "channels", "types", "checklists"];
const movesDecisions = ({ path }: Change): boolean => !FOR_PEOPLE.includes(path[2] ?? "");

// Answers are kept as long as their source: one set of data is often compared with several.
const kept = new WeakMap<LawSource, Map<string, unknown>>();

const decider = async (source: LawSource): Promise<(request: object) => unknown> => {
  const policy = await createPolicy({ wasm: source.wasm, data: source.data });
  const known = kept.get(source) ?? new Map<string, unknown>();
  kept.set(source, known);
  return (request) => {
    const key = JSON.stringify(request);
    if (!known.has(key)) known.set(key, answer(policy, request));
    return known.get(key);
  };
};

// Data that break the rules give no decision: that is an answer too, and a different one.
const answer = (policy: { evaluate(input: object): unknown }, request: object): unknown => {
  try {
    return policy.evaluate(request);
  } catch {
    return null;
  }
};

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
