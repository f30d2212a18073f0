import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";

/** A fixture as the rule book shows it: what it is called and what it expects. */
export interface Fixture {
  readonly title: string;
  /** The path below test/fixtures. */
  readonly path: string;
  readonly criteria: readonly { id: string; outcome?: string }[];
  readonly duties: readonly { id: string; absent?: boolean; applies?: string; state?: unknown }[];
  readonly readings: Readonly<Record<string, string>>;
  readonly status: string | undefined;
  /** The members of the decision that are expected, such as `contents`. */
  readonly members: ReadonlySet<string>;
}

interface Written {
  title: string;
  readings?: Record<string, string>;
  expect: { criteria?: Fixture["criteria"]; duties?: Fixture["duties"]; status?: string };
}

export const readFixtures = (folder: string): Fixture[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:json|yaml)$/.test(name))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { title, readings = {}, expect } = parse(readFileSync(path, "utf8")) as Written;
      const { criteria = [], duties = [], status } = expect;
      const members = new Set(Object.keys(expect));
      return { title, path: relative(folder, path), criteria, duties, readings, status, members };
    });

/** An example of the rule book: a fixture and what it shows. */
export interface Example {
  readonly fixture: Fixture;
  /** Codes of what it shows: the grade and the outcome, or whether a duty applies and its state. */
  readonly shows: readonly string[];
}

/** For each different thing that fixtures show, the one that speaks of little else. */
const choose = (examples: readonly Example[], size: (one: Fixture) => number): Example[] => {
  const chosen = new Map<string, Example>();
  for (const example of examples) {
    const key = example.shows.join(" ");
    const best = chosen.get(key);
    if (best === undefined || size(example.fixture) < size(best.fixture)) chosen.set(key, example);
  }
  return [...chosen.values()];
};

/** Examples of an item of the annex: `condition.5`, at each grade that fixtures name it for. */
export const examplesOfCriterion = (
  fixtures: readonly Fixture[],
  item: string,
  grades: readonly string[],
): Example[] => {
  const shown = fixtures.flatMap((fixture) =>
    grades.flatMap((grade) =>
      fixture.criteria
        .filter(({ id, outcome }) => id === `annex.${grade}.${item}` && outcome !== undefined)
        .map(({ outcome }) => ({ fixture, shows: [grade, outcome ?? ""] })),
    ),
  );
  return choose(shown, (one) => one.criteria.length)
    .filter(({ shows }) => shows[1] !== "not_met" || shows[0] === grades[0])
    .sort((a, b) => order(a, grades) - order(b, grades));
};

const order = ({ shows: [grade = "", outcome = ""] }: Example, grades: readonly string[]): number =>
  ["met", "undecided", "not_met"].indexOf(outcome) * grades.length + grades.indexOf(grade);

/** Examples of a duty, in each state that fixtures show it in. */
export const examplesOfDuty = (fixtures: readonly Fixture[], id: string): Example[] => {
  const shown = fixtures.flatMap((fixture) =>
    fixture.duties
      .filter((duty) => duty.id === id && duty.absent !== true && duty.applies !== undefined)
      .map(({ applies = "", state }) => ({
        fixture,
        shows: typeof state === "string" ? [applies, state] : [applies],
      })),
  );
  const present = (one: Fixture): number =>
    one.duties.filter(({ absent }) => absent !== true).length;
  return choose(shown, present);
};

/** Examples of a reading: those that state an option of it. */
export const examplesOfReading = (fixtures: readonly Fixture[], id: string): Example[] =>
  fixtures.flatMap((fixture) => {
    const option = fixture.readings[id];
    return option === undefined ? [] : [{ fixture, shows: [option] }];
  });

/** Examples of statuses: for each the fixture that says least beside it. */
export const examplesOfStatus = (
  fixtures: readonly Fixture[],
  statuses: readonly string[],
): Example[] =>
  choose(
    statuses.flatMap((status) =>
      fixtures
        .filter((one) => one.status === status)
        .map((fixture) => ({ fixture, shows: [status] })),
    ),
    (one) => one.criteria.length + one.duties.length,
  );

/** Examples of a member of the decision: those that expect something of it. */
export const examplesOfMember = (fixtures: readonly Fixture[], member: string): Example[] =>
  fixtures.filter((one) => one.members.has(member)).map((fixture) => ({ fixture, shows: [] }));
