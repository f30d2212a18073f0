// The whole decision space of every item of the annex, all facts of one item at a time: no dice, and no
// second implementation that would have to be trusted.
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/index.js";
import { READINGS } from "../oracle/readings.js";
import { GRADES } from "../oracle/types.js";
import { FACTS, type Kind } from "../unknowns/facts.js";
import { decide } from "../unknowns/support.js";
import { OPEN, placesIn, spaceOf, type Space } from "./completions.js";

type Doc = Record<string, unknown>;

const rank = (grade: string | undefined): number =>
  GRADES.indexOf(grade as (typeof GRADES)[number]);

const unknownEntry = (path: string, known: Doc = {}): Doc => {
  const kind = FACTS[path];
  if (kind?.type !== "entries") throw new Error(`${path} is no list`);
  const names = Object.keys(kind.members);
  return { ...Object.fromEntries(names.map((name) => [name, "unknown"])), ...known };
};

// Four numbers at once would be a million: each sign of spread by itself, the others at none.
const SIGNS: Doc = {
  homepage_minutes: 0,
  other_page_minutes: 0,
  reposts: 0,
  views: 0,
  determined_spread: "none",
};

/** By item: what of an incident is open, while all the rest did not happen; and what else is tried. */
const ITEMS: readonly { item: string; open: Doc; reading?: keyof typeof READINGS }[] = [
  {
    item: "condition 1, sites",
    open: { impact: { sites: [unknownEntry("/impact/sites")] } },
    reading: "enterprise_portal_level",
  },
  {
    item: "condition 2, CII",
    open: {
      impact: {
        cii: {
          involved: "unknown",
          whole_interruption_minutes: "unknown",
          main_function_interruption_minutes: "unknown",
        },
      },
    },
  },
  { item: "condition 3, persons", open: { impact: { livelihood: { persons: "unknown" } } } },
  {
    item: "condition 3, areas",
    open: { impact: { livelihood: { areas: [unknownEntry("/impact/livelihood/areas")] } } },
  },
  {
    item: "condition 4 and circumstance 2, data",
    open: { impact: { data: [unknownEntry("/impact/data")] } },
    reading: "core_data_at_relatively_major",
  },
  {
    item: "condition 5, personal information",
    open: { impact: { personal_information: { persons_leaked: "unknown" } } },
  },
  ...Object.keys(SIGNS).map((sign) => ({
    item: `condition 6, ${sign}`,
    open: {
      impact: {
        tampering: [unknownEntry("/impact/tampering", { ...SIGNS, [sign]: "unknown" })],
      },
    },
    reading: "enterprise_portal_level" as const,
  })),
  { item: "condition 7, loss", open: { impact: { direct_economic_loss_yuan: "unknown" } } },
  {
    item: "circumstance 1",
    open: { judgements: { system_loss: { severity: "unknown" } } },
  },
  {
    item: "circumstance 3 and condition 8",
    open: { judgements: { other: { severity: "unknown" } } },
  },
];

interface Whole {
  readonly item: string;
  readonly space: Space;
  readonly at: (places: readonly number[]) => Decision;
  readonly all: readonly { readonly places: readonly number[]; readonly decision: Decision }[];
  /** The decision where one fact is unknown, and the others are those of these places. */
  readonly without: (fact: number, places: readonly number[]) => Decision;
}

const wholeOf = (item: string, open: Doc, readings: Record<string, string>): Whole => {
  const request = { incident: { id: item, unstated: "none", ...open }, readings };
  const space = spaceOf(request, 10_000);
  if (space === null) throw new Error(`${item} is too much`);
  const all = [...placesIn(space)].map((places) => ({
    places,
    decision: decide(space.completion(places)),
  }));
  const byPlaces = new Map(all.map(({ places, decision }) => [places.join(), decision]));
  return {
    item,
    space,
    all,
    at: (places) => byPlaces.get(places.join())!,
    without: (fact, places) => decide(space.completion(places.with(fact, OPEN))),
  };
};

const WHOLES: readonly Whole[] = ITEMS.flatMap(({ item, open, reading }) =>
  reading === undefined
    ? [wholeOf(item, open, {})]
    : READINGS[reading].map((option) =>
        wholeOf(`${item}, ${reading} ${option}`, open, { [reading]: option }),
      ),
);

/** Words that go from little to much, by the name of the fact. */
const ORDERED = new Set([
  "level",
  "scale",
  "threat",
  "severity",
  "platform_size",
  "determined_spread",
]);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const isOrdered = (path: string, values: readonly unknown[]): boolean =>
  typeof values[0] === "number" || ORDERED.has(nameOf(path));

const metBy = ({ criteria }: Decision): string[] =>
  criteria.filter(({ outcome }) => outcome === "met").map(({ id }) => id);
const bindingBy = ({ duties }: Decision): string[] => duties.map(({ id }) => id);

describe("in the whole space of an item of the annex", { timeout: 120_000 }, () => {
  it("every incident has exactly one grade: met, and not met at a higher one", () => {
    const seen = new Set<string>();
    for (const { item, space, all } of WHOLES) {
      for (const { places, decision } of all) {
        const { grade, criteria, status, reportable } = decision;
        const met = (of: string): boolean =>
          criteria.some((one) => one.grade === of && one.outcome === "met");
        // 符合下列情形之一且未达到…: of a grade, and not of a higher one.
        const fitting = GRADES.filter(
          (of) => (of === "general" || met(of)) && !GRADES.slice(rank(of) + 1).some(met),
        );
        expect({ item, incident: space.completion(places), status, reportable, fitting }).toEqual({
          item,
          incident: space.completion(places),
          status: "decided",
          reportable: grade?.floor === "general" ? "no" : "yes",
          fitting: [grade?.floor],
        });
        expect(criteria.every(({ outcome }) => outcome !== "undecided")).toBe(true);
        seen.add(grade?.floor ?? "");
      }
    }
    expect([...seen].sort()).toEqual([...GRADES].sort());
  });

  it("more of a thing never means less: each quantity, each ordered word", () => {
    const raised = new Set<string>();
    for (const { item, space, all, at } of WHOLES) {
      for (const [fact, { path, values }] of space.facts.entries()) {
        if (!isOrdered(path, values)) continue;
        for (const { places, decision: less } of all) {
          const place = places[fact] ?? 0;
          if (place + 1 === values.length) continue;
          const more = at(places.with(fact, place + 1));
          const lost = [
            ...metBy(less).filter((id) => !metBy(more).includes(id)),
            ...bindingBy(less).filter((id) => !bindingBy(more).includes(id)),
          ];
          const lower = rank(more.grade?.floor) < rank(less.grade?.floor);
          if (!lower && lost.length === 0) {
            if (more.grade?.floor !== less.grade?.floor) raised.add(plain(path));
            continue;
          }
          expect.fail(
            `${item}: ${path} from ${String(values[place])} to ${String(values[place + 1])} ` +
              `loses ${lost.join(", ")} of ${JSON.stringify(space.completion(places))}`,
          );
        }
      }
    }
    // Every quantity of the contract was raised, and it told.
    expect(quantities().filter((path) => !raised.has(path))).toEqual([]);
  });

  it("an unknown fact leaves open what its values tell apart, and is asked if and only if some do", () => {
    let open = 0;
    for (const { item, space, all, at, without } of WHOLES) {
      for (const [fact, { path, values }] of space.facts.entries()) {
        for (const { places } of all) {
          if (places[fact] !== 0) continue;
          const ways = values.map((_, place) => at(places.with(fact, place)));
          const { grade, reportable, criteria, questions } = without(fact, places);
          const grades = ways.map((way) => rank(way.grade?.floor));
          const shared = metBy(ways[0]!).filter((id) =>
            ways.every((way) => metBy(way).includes(id)),
          );
          const proven = Math.max(0, ...shared.map((id) => rank(id.split(".")[1])));
          // The floor needs one criterion that all ways meet. Core data that 较大 does not name may be
          // 重大 by one criterion where other data is 较大 by another: then it is below the least grade.
          if (!item.endsWith("not_named")) expect(proven).toBe(Math.min(...grades));
          const reported = new Set(ways.map((way) => way.reportable));
          const results = new Set(
            ways.map((way) => `${String(way.grade?.floor)} ${bindingBy(way).join()}`),
          );
          if (results.size > 1) open += 1;
          expect({
            item,
            places,
            path,
            grade,
            reportable,
            criteria: criteria.map(({ outcome }) => outcome),
            asked: questions.map((question) => question.path),
          }).toEqual({
            item,
            places,
            path,
            grade: {
              floor: GRADES[proven],
              ceiling: GRADES[Math.max(...grades)],
              settled: proven === Math.max(...grades),
            },
            reportable: proven > 0 ? "yes" : reported.has("yes") ? "undecided" : "no",
            criteria: criteria.map((_, n) => {
              const met = ways.filter((way) => way.criteria[n]?.outcome === "met").length;
              return met === ways.length ? "met" : met === 0 ? "not_met" : "undecided";
            }),
            asked: results.size > 1 ? [path] : [],
          });
        }
      }
    }
    expect(open).toBeGreaterThan(500);
  });
});

/** A path without the places of entries. */
function plain(path: string): string {
  return path.replace(/\/\d+(?=\/)/, "/*");
}

function quantities(): string[] {
  const isQuantity = (kind: Kind): boolean => kind.type === "quantity";
  return Object.entries(FACTS).flatMap(([path, kind]) => {
    if (kind.type !== "entries") return isQuantity(kind) ? [path] : [];
    const members = Object.entries(kind.members).filter(([, member]) => isQuantity(member));
    return members.map(([name]) => `${path}/*/${name}`);
  });
}
