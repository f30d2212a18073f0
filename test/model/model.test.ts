// Laws of the decision itself, checked on the product alone: no second implementation is trusted here.
import { describe, expect, it } from "vitest";
import { createPolicy } from "../../src/evaluator/policy.js";
import type { Decision } from "../../src/index.js";
import { randomRequest, randomSmallRequest } from "../oracle/index.js";
import { Dice } from "../oracle/generate/dice.js";
import { GRADES } from "../oracle/types.js";
import { shippedData, shippedWasm } from "../support/shipped-policy.js";
import { boundsOf, copyOf, placesOf, state } from "../unknowns/places.js";
import { stateAll } from "../unknowns/stating.js";
import { SEED, decide, forRequests } from "../unknowns/support.js";
import { placesIn, spaceOf, type Space } from "./completions.js";

const MOST_COMPLETIONS = 400;
const SMALL_REQUESTS = Number(process.env.MODEL_REQUESTS ?? 60);

const rank = (grade: string): number => GRADES.indexOf(grade as (typeof GRADES)[number]);

/** What a question may move: the result of an incident that is known in full. */
const resultOf = ({ grade, reportable, duties }: Decision): string =>
  JSON.stringify([grade?.floor, reportable, duties.map(({ id }) => id)]);

interface Completed {
  readonly places: readonly number[];
  readonly decision: Decision;
}

const complete = (space: Space): Completed[] =>
  [...placesIn(space)].map((places) => ({ places, decision: decide(space.completion(places)) }));

const share = (
  all: readonly Completed[],
  holds: (one: Decision) => boolean,
): "all" | "none" | "some" => {
  const count = all.filter(({ decision }) => holds(decision)).length;
  return count === all.length ? "all" : count === 0 ? "none" : "some";
};

/** The facts that alone, with all others fixed, lead to another result for some completion. */
const moving = ({ facts }: Space, all: readonly Completed[]): string[] =>
  facts
    .filter((_, index) => {
      const results = new Map<string, string>();
      return all.some(({ places, decision }) => {
        const others = places.with(index, 0).join();
        const result = resultOf(decision);
        const known = results.get(others) ?? result;
        results.set(others, known);
        return known !== result;
      });
    })
    .map(({ path }) => path)
    .sort();

// Nobody owes the voluntary report: it is open as soon as the incident may be reportable.
const appliesTo = (id: string, where: "all" | "none" | "some"): string =>
  id === "public.voluntary_report" ? "yes" : APPLIES[where];

const SCOPE_FACTS = [
  "/data_exported_from_china",
  "/occurred_outside_china",
  "/operator/without_china_operations",
  "/state_secrets",
];

const OUTCOME = { all: "met", none: "not_met", some: "undecided" } as const;
const APPLIES = { all: "yes", none: "not there", some: "possible" } as const;
const REPORTABLE = { all: "yes", none: "no", some: "undecided" } as const;

describe(`a decision is what all completions say together (first of ${String(SMALL_REQUESTS)})`, () => {
  it("in grade, criteria, duties, reportability and questions", { timeout: 1_800_000 }, () => {
    let checked = 0;
    let open = 0;
    for (let seed = 5_000; checked < SMALL_REQUESTS; seed += 1) {
      const request = randomSmallRequest(seed);
      const space = spaceOf(request, MOST_COMPLETIONS);
      if (space === null || space.facts.length === 0) continue;
      const decision = decide(request);
      // Whether the Measures apply at all is left open until it is certain: nothing is taken away.
      const all = complete(space);
      if (all.some(({ decision: { status } }) => status !== "decided")) continue;
      checked += 1;
      open += decision.grade?.settled === true ? 0 : 1;
      const grades = all.map(({ decision: one }) => rank(one.grade?.floor ?? ""));
      const ids = [...new Set(all.flatMap(({ decision: one }) => one.duties.map(({ id }) => id)))];
      const has = (id: string) => (one: Decision) => one.duties.some((duty) => duty.id === id);
      expect({
        request,
        floor: decision.grade?.floor,
        ceiling: decision.grade?.ceiling,
        reportable: decision.reportable,
        criteria: Object.fromEntries(decision.criteria.map(({ id, outcome }) => [id, outcome])),
        duties: Object.fromEntries(decision.duties.map(({ id, applies }) => [id, applies])),
        questions: decision.questions.map(({ path }) => path).sort(),
      }).toEqual({
        request,
        floor: GRADES[Math.min(...grades)],
        ceiling: GRADES[Math.max(...grades)],
        reportable: REPORTABLE[share(all, (one) => one.reportable === "yes")],
        criteria: Object.fromEntries(
          decision.criteria.map(({ id }, place) => [
            id,
            OUTCOME[share(all, (one) => one.criteria[place]?.outcome === "met")],
          ]),
        ),
        duties: Object.fromEntries(ids.map((id) => [id, appliesTo(id, share(all, has(id)))])),
        questions: moving(space, all),
      });
    }
    expect(open).toBeGreaterThan(SMALL_REQUESTS / 3);
  });

  it("in questions too where the Measures may not apply", { timeout: 1_800_000 }, () => {
    const asked = new Set<string>();
    let checked = 0;
    for (let seed = 20_000; checked < SMALL_REQUESTS; seed += 1) {
      const request = copyOf(randomSmallRequest(seed));
      const dice = new Dice(seed);
      for (const path of SCOPE_FACTS)
        state(request, path, dice.pick(["unknown", "unknown", true, false]));
      const space = spaceOf(request, MOST_COMPLETIONS);
      const { questions, rules } = decide(request);
      if (space === null || rules === null) continue;
      const all = complete(space);
      checked += 1;
      const paths = questions.map(({ path }) => path).sort();
      expect({ request, paths }).toEqual({ request, paths: moving(space, all) });
      for (const path of paths) asked.add(path);
    }
    // Each of the facts on which the scope depends was open, and told, in some of them.
    expect([...asked]).toEqual(expect.arrayContaining(SCOPE_FACTS));
  });
});

describe(`the annex's own logic (seed ${String(SEED)})`, { timeout: 60_000 }, () => {
  it("gives exactly one grade: the highest of which something is met, or general", () => {
    const seen = new Set<string>();
    forRequests(400, (request, dice) => {
      const { grade, criteria } = decide(stateAll(request, dice));
      if (grade === null) return;
      const met = (of: string): boolean =>
        criteria.some((one) => one.grade === of && one.outcome === "met");
      // 符合下列情形之一且未达到…: of a grade, and not of a higher one.
      const fitting = GRADES.filter((of) => {
        const above = GRADES.slice(rank(of) + 1);
        return (of === "general" || met(of)) && !above.some(met);
      });
      expect({ request, fitting, settled: grade.settled }).toEqual({
        request,
        fitting: [grade.floor],
        settled: true,
      });
      seen.add(grade.floor);
    });
    expect([...seen].sort()).toEqual([...GRADES].sort());
  });

  it("never lowers a grade or ends a duty when a number is higher", () => {
    let raised = 0;
    forRequests(600, (request, dice) => {
      const known = placesOf(request).filter(
        ({ kind, value }) => kind.type === "quantity" && typeof value === "number",
      );
      if (known.length === 0) return;
      const { path, kind, value } = dice.pick(known);
      if (kind.type !== "quantity") return;
      const [low] = boundsOf(kind, value);
      const above = [low + 1, ...kind.limits, kind.most].filter((n) => n > low && n <= kind.most);
      if (above.length === 0) return;
      const higher = dice.pick(above);
      const more = copyOf(request);
      state(more, path, higher);
      const [before, after] = [decide(request), decide(more)];
      if (before.grade === null || after.grade === null) return;
      raised += 1;
      const applying = ({ duties }: Decision): string[] =>
        duties.filter(({ applies }) => applies === "yes").map(({ id }) => id);
      const lost = applying(before).filter((id) => !applying(after).includes(id));
      const lower =
        rank(after.grade.floor) < rank(before.grade.floor) ||
        rank(after.grade.ceiling) < rank(before.grade.ceiling);
      expect({ request, path, higher, lower, lost }).toEqual({
        request,
        path,
        higher,
        lower: false,
        lost: [],
      });
    });
    expect(raised).toBeGreaterThan(200);
  });

  it("keeps the floor at or below the ceiling, and says whether they are the same", () => {
    forRequests(1_000, (request) => {
      const { grade, status } = decide(request);
      if (grade === null) return;
      expect(rank(grade.floor)).toBeLessThanOrEqual(rank(grade.ceiling));
      expect(grade.settled).toBe(grade.floor === grade.ceiling);
      if (status === "decided") expect(grade.settled).toBe(true);
    });
  });
});

describe("routes", () => {
  const KINDS = [
    "central_or_state_organ",
    "directly_subordinate_unit",
    "state_owned_enterprise",
    "other",
  ];

  it("are each taken by somebody, alone, and the two of an organ's CII together", () => {
    const taken = new Set<string>();
    for (const kind of KINDS) {
      for (const involved of [true, false]) {
        const { duties } = decide({
          incident: {
            id: "route",
            unstated: "none",
            operator: { kind },
            impact: { cii: { involved }, direct_economic_loss_yuan: 5_000_000 },
          },
        });
        const first = duties.filter(({ id }) => id.startsWith("operator.first_report."));
        expect(first.length).toBeGreaterThan(0);
        expect(first.every(({ applies }) => applies === "yes")).toBe(true);
        taken.add(first.map(({ id }) => id.split(".").at(-1)).join());
      }
    }
    expect([...taken].sort()).toEqual(["cii", "cii,organ", "organ", "other"]);
  });

  it("never leave a reportable incident without a first report", () => {
    forRequests(600, (request) => {
      const { reportable, duties } = decide(request);
      if (reportable === "no" || reportable === null) return;
      const first = duties.filter(({ id }) => id.startsWith("operator.first_report."));
      expect({ request, first: first.length > 0 }).toEqual({ request, first: true });
    });
  });
});

// The same rules in versions that begin, end and leave a gap.
const VERSIONS = [
  { id: "2100-01-29", valid_from: "2100-01-29" },
  { id: "2028-01-31", valid_from: "2028-01-31", repealed_from: "2028-02-29" },
  { id: "2025-11-01", valid_from: "2025-11-01", repealed_from: "2026-01-01" },
];

describe("dates", () => {
  it("have exactly one version, or none that was in force", { timeout: 60_000 }, async () => {
    const { law, tables } = shippedData();
    const rules = Object.fromEntries(VERSIONS.map(({ id }) => [id, law["2025-11-01"]]));
    const policy = await createPolicy({
      wasm: shippedWasm(),
      data: { law: { ...law, ...rules, versions: VERSIONS }, tables },
    });
    const edges = VERSIONS.flatMap(({ valid_from, repealed_from }) =>
      [valid_from, repealed_from].filter((day) => day !== undefined),
    );
    const midnights = edges.map((day) => Date.parse(`${day}T00:00:00+08:00`));
    const near = midnights.flatMap((at) => [-86_400_000, -1_000, 0, 1_000].map((by) => at + by));
    const anywhere = Array.from(
      { length: 800 },
      (_, n) => Date.UTC(1990, 0, 1) + n * 58 * 86_400_000,
    );
    for (const at of [...near, ...anywhere]) {
      const day = new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
      const covering = VERSIONS.filter(
        ({ valid_from, repealed_from }) =>
          valid_from <= day && (repealed_from === undefined || day < repealed_from),
      ).map(({ id }) => id);
      const { rules: applied, status } = policy.evaluate({
        incident: { id: "x", times: { discovered_at: new Date(at).toISOString() } },
      }) as Decision;
      expect({ day, applied: applied === null ? [] : [applied.id] }).toEqual({
        day,
        applied: covering,
      });
      expect(status === "not_in_force").toBe(covering.length === 0);
    }
  });

  it("are read alike whatever the random request", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const { rules, status } = decide(randomRequest(seed));
      expect(rules === null).toBe(status === "not_in_force");
    }
  });
});
