import { createPolicy } from "../../evaluator/policy.js";
import { boundaryCases } from "../boundaries/index.js";
import { type Change, changesBetween, isMembers, withChange, withNewVersions } from "./change.js";
import { type Answer, type Difference, differences, guidesOtherwise } from "./compare.js";
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
  readonly request: object;
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
  /** Cases that differ in nothing but the questions asked and the distance to the next grade. */
  readonly guidedOtherwise: readonly string[];
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
  // What stood in the older version is asked about on the days of the new one, too.
  const cases = casesOf(base, now.data, fixtures);
  const [before, after] = [await decider(old), await decider(now)];
  const compared = cases.map((one) => {
    const answers = [before(one.request), after(one.request)] as const;
    return { one, found: differences(...answers), guided: guidesOtherwise(...answers) };
  });
  const affected = compared.filter(({ found }) => found.length > 0);
  const alone: [Cause, Decider][] = [];
  if (affected.length > 0) {
    for (const [index, change] of changes.entries()) {
      if (isProse(change)) continue;
      const data = withChange(index < added.length ? old.data : base, change);
      const changed = { ...old, data };
      alone.push([
        index,
        isCitation(change) ? quoting(before, changed.data) : await decider(changed),
      ]);
    }
    if (logicChanged) alone.push(["logic", await decider({ ...old, wasm: now.wasm })]);
  }
  const groups = new Map<string, { causes: Cause[]; affected: Affected[] }>();
  for (const { one, found } of affected) {
    const { name, origin, request } = one;
    const causes = alone
      .filter(([, decide]) => differences(before(request), decide(request)).length > 0)
      .map(([cause]) => cause);
    const group = groups.get(causes.join()) ?? { causes, affected: [] };
    group.affected.push({ name, origin, request, differences: found });
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
    guidedOtherwise: compared
      .filter(({ found, guided }) => guided && found.length === 0)
      .map(({ one }) => one.name),
    groups: [...groups.values()].sort((a, b) => b.affected.length - a.affected.length),
  };
};

const casesOf = (
  old: LawSource["data"],
  now: LawSource["data"],
  fixtures: readonly { name: string; request: object }[],
): DiffCase[] => {
  const made = new Map<string, DiffCase>();
  for (const [origin, data] of [
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
const FOR_PEOPLE = ["terms", "channels", "types", "checklists", "title", "issuer", "source"];
const isProse = ({ path: [, , room = "", ...keys] }: Change): boolean =>
  FOR_PEOPLE.includes(room) ||
  ["quote", "note", "source", "title", "zh", "en"].some(
    (name) => keys.includes(name) && room !== "citations",
  );

const isCitation = ({ path }: Change): boolean => path[2] === "citations";

type Decider = (request: object) => Answer;

// Answers are kept as long as their source: one set of data is often compared with several.
const kept = new WeakMap<LawSource, Map<string, Answer>>();

const decider = async (source: LawSource): Promise<Decider> => {
  const policy = await createPolicy({ wasm: source.wasm, data: source.data });
  const known = kept.get(source) ?? new Map<string, Answer>();
  kept.set(source, known);
  return (request) => {
    const key = JSON.stringify(request);
    const found = known.get(key) ?? answerBy(answer(policy, request), source.data);
    known.set(key, found);
    return found;
  };
};

/** The same decisions with other words for what they cite. */
const quoting =
  (decide: Decider, data: LawSource["data"]): Decider =>
  (request) =>
    answerBy(decide(request).decision, data);

const answerBy = (decision: unknown, data: LawSource["data"]): Answer => {
  const version = of(of(decision, "rules"), "id");
  const citations = of(of(data.law, String(version)), "citations");
  return { decision, citations, text: `${JSON.stringify(decision)}${textOf(citations)}` };
};

const textOf = (citations: unknown): string => {
  if (!isMembers(citations)) return "";
  const text = texts.get(citations) ?? JSON.stringify(citations);
  texts.set(citations, text);
  return text;
};

const texts = new WeakMap<object, string>();

const of = (value: unknown, key: string): unknown => (isMembers(value) ? value[key] : undefined);

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
