// Requests made from the law's own data, at and beside everything that the data say, against the
// plain meaning of those data, against the second reading of the text, and through both engines.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boundaryCases, type BoundaryCase } from "../../src/law/boundaries/index.js";
import { at, type Data } from "../../src/law/boundaries/law.js";
import { createPolicy } from "../../src/evaluator/policy.js";
import { decide } from "../oracle/index.js";
import { startOpaServer, type OpaServer } from "../support/opa-server.js";
import { BUNDLE, shippedData, shippedPolicy, shippedWasm } from "../support/shipped-policy.js";
import { type Seen, withOutcome } from "./plain/decision.js";
import { hasUnknownWords, metCriteria } from "./plain/meaning.js";

const VERSION = "2025-11-01";
const AT_ONCE = 16;

const data: Data = shippedData();
const cases = boundaryCases(data);
const decisions = new Map<string, Seen>();
const decisionOf = ({ name }: BoundaryCase): Seen => {
  const decision = decisions.get(name);
  if (!decision) throw new Error(`${name} was not decided`);
  return decision;
};

beforeAll(async () => {
  const policy = await shippedPolicy();
  for (const one of cases) decisions.set(one.name, policy.evaluate(one.request) as Seen);
});

/** Every number of the annex with its path. */
const numbersIn = (value: unknown, path: string[] = []): [string, number][] =>
  typeof value === "number"
    ? [[path.join("/"), value]]
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, member]) => numbersIn(member, [...path, key]))
      : [];

const annexNumbers = (of: Data): [string, number][] =>
  numbersIn(at(of, "law", VERSION, "annex"), ["law", VERSION, "annex"]);

/** Cases that contradict the plain meaning of the data that they are made from. */
const contradictions = (
  of: Data,
  made: readonly BoundaryCase[],
  decided: (one: BoundaryCase) => Seen,
): string[] =>
  made.filter(isAnnexCase).flatMap((one) => {
    const low = metCriteria(of, VERSION, one.request, "low").sort();
    const high = metCriteria(of, VERSION, one.request, "high").sort();
    const seen = decided(one);
    const met = withOutcome(seen, "met");
    const open = [...met, ...withOutcome(seen, "undecided")].sort();
    const same = met.join() === low.join() && open.join() === high.join();
    return same &&
      seen.grade?.floor === highest(of, low) &&
      seen.grade.ceiling === highest(of, high)
      ? []
      : [
          `${one.name}: expected ${low.join()} to ${high.join()}, found ${met.join()} to ${open.join()}`,
        ];
  });

const isAnnexCase = ({ turnsOn, request }: BoundaryCase): boolean =>
  turnsOn.startsWith(`law/${VERSION}/annex/`) &&
  !hasUnknownWords({
    ...(request.incident.impact as object),
    judgements: request.incident.judgements,
  });

const highest = (of: Data, met: readonly string[]): string => {
  const grades = at(of, "law", VERSION, "grades") as string[];
  return (
    grades.findLast((grade) => met.some((id) => id.startsWith(`annex.${grade}.`))) ??
    grades[0] ??
    ""
  );
};

const withNumber = (path: string, number: number): Data => {
  const copy = structuredClone(data);
  const keys = path.split("/");
  const last = keys.pop() ?? "";
  (at(copy, ...keys) as Record<string, unknown>)[last] = number;
  return copy;
};

const decider = async (of: Data): Promise<(one: BoundaryCase) => Seen> => {
  const policy = await createPolicy({ wasm: shippedWasm(), data: of });
  return ({ request }) => policy.evaluate(request) as Seen;
};

describe("the boundary cases", () => {
  it("have each a name of their own, and every request is one that the policy can read", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.filter((one) => decisionOf(one).status === "invalid")).toEqual([]);
  });

  it.each(annexNumbers(data))(
    "hold one less than, exactly and one more than %s",
    (path, number) => {
      const own = cases.filter(({ turnsOn }) => turnsOn === path).map(({ name }) => name);
      for (const value of [number - 1, number, number + 1]) {
        // A request that two numbers ask for is named after the first of them.
        const named = own.some((name) => name.endsWith(` = ${String(value)}`));
        expect(named || cases.some(({ name }) => sameFact(name, path, value))).toBe(true);
      }
    },
  );

  it("are the same for the same data", () => {
    expect(boundaryCases(structuredClone(data))).toEqual(cases);
  });

  it("come with a changed number: its own neighbours", () => {
    const made = boundaryCases(withNumber(`law/${VERSION}/annex/major/condition_7/yuan`, 12_345));
    const values = made
      .map(({ request }) => at(request.incident, "impact", "direct_economic_loss_yuan"))
      .filter((value) => typeof value === "number");
    expect(values).toEqual(expect.arrayContaining([12_344, 12_345, 12_346]));
  });
});

const sameFact = (name: string, path: string, value: number): boolean => {
  const [item, key] = path.split("/").slice(-2);
  return name.includes(`${item?.replace("_", ".") ?? ""} ${key ?? ""} = ${String(value)}`);
};

describe("the annex", () => {
  it("means at every boundary what its data plainly say", () => {
    expect(contradictions(data, cases, decisionOf)).toEqual([]);
    expect(cases.filter(isAnnexCase).length).toBeGreaterThan(400);
  });

  it("means it still after each number is changed", { timeout: 120_000 }, async () => {
    for (const [path, number] of annexNumbers(data)) {
      const changed = withNumber(path, path.endsWith("percent") ? number - 3 : number + 7);
      const decided = await decider(changed);
      const made = boundaryCases(changed).filter(({ turnsOn }) => turnsOn === path);
      expect(made.length).toBeGreaterThan(0);
      expect(contradictions(changed, made, decided)).toEqual([]);
    }
  });

  it("is caught where one number is off by one", async () => {
    const decided = await decider(
      withNumber(`law/${VERSION}/annex/major/condition_5/persons`, 9_999_999),
    );
    expect(contradictions(data, cases, decided).join()).toContain("persons = 9999999");
  });
});

describe("each boundary case", () => {
  it("is graded as the second reading of the text grades it", () => {
    for (const one of cases) {
      const second = decide(one.request);
      const { status, grade, reportable, criteria } = decisionOf(one);
      expect({ name: one.name, status, grade, reportable, outcomes: outcomes(criteria) }).toEqual({
        name: one.name,
        status: second.status,
        grade: second.grade,
        reportable: second.reportable,
        outcomes: outcomes(second.criteria),
      });
    }
  });

  it("has the duties, recipients, due times and states of the second reading", () => {
    for (const one of cases) {
      const expected = decide(one.request).duties;
      const found = decisionOf(one).duties.map((duty) =>
        Object.fromEntries(Object.keys(expected[0] ?? {}).map((key) => [key, at(duty, key)])),
      );
      expect({ name: one.name, duties: byId(found) }).toEqual({
        name: one.name,
        duties: byId(expected),
      });
    }
  });
});

const outcomes = (criteria: readonly { id: string; outcome: string }[]): string[] =>
  criteria.map(({ id, outcome }) => `${id} ${outcome}`).sort();

const byId = (duties: readonly object[]): object =>
  Object.fromEntries(duties.map((duty) => [String(at(duty, "id")), duty]));

describe("native OPA over HTTP", () => {
  let opa: OpaServer;
  beforeAll(async () => {
    opa = await startOpaServer(BUNDLE);
  });
  afterAll(() => opa.stop());

  it("gives the same whole decision on every boundary case", { timeout: 120_000 }, async () => {
    for (let start = 0; start < cases.length; start += AT_ONCE) {
      const slice = cases.slice(start, start + AT_ONCE);
      const native = await Promise.all(slice.map(({ request }) => opa.decide(request)));
      slice.forEach((one, place) => {
        expect({ name: one.name, decision: decisionOf(one) }).toEqual({
          name: one.name,
          decision: native[place],
        });
      });
    }
  });
});
