// The whole decision as a TypeScript programmer would write it by hand: what the policy is measured
// against. It reads the law's numbers from the same data and its answers are the policy's own, member
// by member (scripts/bench/equal.ts); the request is one that our host's validation has let pass.
import type { Decision, Request } from "../../../src/generated/types.js";
import {
  type Used,
  entriesOf,
  judge,
  nearestArea,
  nearestSite,
  nearestTargets,
  whicheverCategory,
} from "./annex.js";
import { contentsOf, liabilityOf } from "./contents.js";
import { dutiesOf, type Reportable, type Times, worldsOf } from "./duties.js";
import { type Facts, type Measured, type Sureness, factsOf } from "./facts.js";
import { earliest, midnight, read } from "./instants.js";
import { type Law, type Rules, type Upper, type Version, rulesOf } from "./law.js";
import { type Answer, NOT_MET, type Shown, atLeast } from "./needs.js";
import { noticesOf } from "./notices.js";
import { questionsOf } from "./questions.js";

const ITEMS = [1, 2, 3].map((n) => `circumstance.${String(n)}`);
const CONDITIONS = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `condition.${String(n)}`);

/** The criteria of each upper grade, in the order of their ids, each as it is when it is not met. */
const GRADES: readonly Upper[] = ["major", "particularly_major", "relatively_major"];
const CRITERIA = GRADES.map((grade) => ({
  grade,
  known: [...ITEMS, ...CONDITIONS].map((item): Criterion => {
    const id = `annex.${grade}.${item}`;
    return { id, grade, ground: item.split(".")[0] ?? "", outcome: "not_met", citation: id };
  }),
}));

interface Criterion {
  readonly id: string;
  readonly grade: Upper;
  readonly ground: string;
  readonly outcome: string;
  readonly facts?: readonly Shown[];
  readonly citation: string;
}

/** The answers at one grade. */
export interface Judged {
  readonly rank: number;
  readonly criteria: readonly Criterion[];
  readonly answers: readonly Answer[];
}

interface Prepared extends Version {
  readonly begins: number;
  readonly ends: number;
  readonly rules: Rules;
}

/** Makes the function that decides requests by the law's data. */
export const createHand = ({ law }: { readonly law: Law }): ((request: Request) => Decision) => {
  const versions = law.versions.map((version): Prepared => ({
    ...version,
    begins: midnight(version.valid_from),
    ends: version.repealed_from === undefined ? Infinity : midnight(version.repealed_from),
    rules: rulesOf(law, version.id),
  }));
  const [newest] = versions;
  if (newest === undefined) throw new Error("the law has no version");
  const inForce = (rules: Rules): Used =>
    Object.fromEntries(Object.entries(rules.readings).map(([id, one]) => [id, one.in_force]));
  const defaults = new Map(versions.map(({ id, rules }) => [id, inForce(rules)]));

  return (request) => {
    const times = timesOf(request);
    const asked = (request.readings ?? {}) as Used;
    const selectedBy = asked.in_force_by ?? defaults.get(newest.id)?.in_force_by ?? "";
    const instant =
      selectedBy === "occurrence" ? (times.stated.occurred_at ?? null) : times.awareness;
    const begun = instant === null ? newest : versions.find(({ begins }) => begins <= instant);
    if (begun === undefined || (instant !== null && instant >= begun.ends)) {
      return notInForce(newest.rules, { ...defaults.get(newest.id), ...asked });
    }
    const used = { ...defaults.get(begun.id), ...asked };
    return applied(request, law.revision, begun, { used, times, instant, selectedBy });
  };
};

const timesOf = ({ incident, as_of }: Request): Times => {
  const stated: Record<string, number> = {};
  for (const [name, text] of Object.entries<string>({ ...incident.times })) {
    stated[name] = read(text);
  }
  const { discovered_at, learned_at } = stated;
  return {
    stated,
    asOf: as_of === undefined ? null : read(as_of),
    awareness: earliest([discovered_at, learned_at].flatMap((one) => one ?? [])),
  };
};

const notInForce = (rules: Rules, readings: Used): Decision =>
  ({
    status: "not_in_force",
    rules: null,
    grade: null,
    reportable: null,
    criteria: [],
    next_threshold: [],
    questions: [],
    duties: [],
    contents: [],
    readings,
    related: rules.related.list,
    liability: null,
    notices: [],
  }) as unknown as Decision;

interface Given {
  readonly used: Used;
  readonly times: Times;
  readonly instant: number | null;
  readonly selectedBy: string;
}

const applied = (request: Request, revision: string, version: Prepared, given: Given): Decision => {
  const { rules } = version;
  const { used, times } = given;
  const facts = factsOf(request);
  const known = { facts, entries: entriesOf(facts), used };
  let floor = 0;
  let ceiling = 0;
  const criteria: Criterion[] = [];
  const judged: Judged[] = [];
  for (const { grade, known: list } of CRITERIA) {
    const rank = rules.grades.indexOf(grade);
    const answers = judge(known, rules.annex[grade]);
    for (const [place, one] of list.entries()) {
      const { outcome, facts: shown } = answers[place] ?? NOT_MET;
      if (outcome === "not_met") {
        criteria.push(one);
        continue;
      }
      if (outcome === "met") floor = Math.max(floor, rank);
      ceiling = Math.max(ceiling, rank);
      const { id, ground, citation } = one;
      criteria.push({ id, grade, ground, outcome, facts: shown, citation });
    }
    judged.push({ rank, criteria: list, answers });
  }
  const whichever = whicheverCategory(
    known,
    CRITERIA.map(({ grade }) => [rules.grades.indexOf(grade), rules.annex[grade]] as const),
    floor,
  );
  const grade = {
    floor: rules.grades[floor],
    ceiling: rules.grades[ceiling],
    settled: floor === ceiling,
  };
  const from =
    used.general_grade_reportable === "yes" ? 0 : rules.grades.indexOf(rules.reportable_from);
  const reportable: Reportable = floor >= from ? "yes" : ceiling >= from ? "undecided" : "no";
  const scope = scopeOf(facts, used);
  const routes = worldsOf(facts, rules, used);
  const { worlds } = routes;
  const reported = { facts, rules, used, times, reportable, floor, ceiling, worlds };
  const { duties: all, firstReports } = dutiesOf(reported);
  const duties = scope.applies ? all : [];
  const contents = contentsOf(facts, rules);
  const certain = grade.settled && all.every((duty) => duty.applies === "yes");
  return {
    status: scope.excluded
      ? "excluded"
      : scope.outside
        ? "out_of_scope"
        : certain
          ? "decided"
          : "undecided",
    rules: { id: version.id, valid_from: `${version.valid_from}T00:00:00+08:00`, revision },
    grade,
    reportable: scope.applies ? reportable : "no",
    criteria,
    next_threshold: thresholdsOf(known, rules, floor),
    questions: questionsOf({
      facts,
      judged,
      floor,
      whichever,
      reportable,
      from,
      scope,
      routes,
      rules,
    }),
    duties,
    contents: contents.items,
    readings: used,
    related: rules.related.list,
    liability: liabilityOf(facts, rules, scope.applies, firstReports),
    notices: noticesOf({
      used,
      times,
      instant: given.instant,
      selectedBy: given.selectedBy,
      facts,
      rules,
      scope,
      reportable,
      criteria,
      grade,
      firstReports,
      contents,
    }),
  } as unknown as Decision;
};

const isOpen = ({ sure, may }: Sureness): boolean => may && !sure;

/** Nothing unknown takes an incident out of the Measures (Art. 2 and 13). */
const scopeOf = (facts: Facts, used: Used) => {
  const { stateSecrets, withoutChina, abroad, exported } = facts;
  const counts = used.exported_data === "exporter_reports";
  const excluded = stateSecrets.sure;
  const abroadForSure = abroad.sure && !(counts && exported.may);
  const outside = withoutChina.sure || abroadForSure;
  const undecided = [
    ...(!outside && isOpen(stateSecrets) ? [stateSecrets] : []),
    ...(!excluded && !abroadForSure && isOpen(withoutChina) ? [withoutChina] : []),
    ...(!excluded && !withoutChina.sure && isOpen(abroad) && !(counts && exported.sure)
      ? [abroad]
      : []),
    ...(!excluded && !withoutChina.sure && abroad.may && counts && isOpen(exported)
      ? [exported]
      : []),
  ];
  return { excluded, outside, applies: !excluded && !outside, undecided };
};

export type Scope = ReturnType<typeof scopeOf>;

const thresholdsOf = (
  known: Parameters<typeof judge>[0],
  { grades, annex }: Rules,
  floor: number,
): object[] => {
  const grade = grades[floor + 1] as Upper | undefined;
  if (grade === undefined) return [];
  const limits = annex[grade];
  const { facts } = known;
  const missed = (fact: Measured, number: number, unit: string): Shown[] =>
    typeof fact.value === "number" && fact.value < number ? [atLeast(fact, number, unit)] : [];
  const { whole_interruption_minutes, main_function_interruption_minutes } = limits.condition_2;
  const short: (readonly [string, Shown[]])[] = [
    ["condition.1", nearestSite(known, limits.condition_1)],
    [
      "condition.2",
      facts.cii.may
        ? [
            ...missed(facts.whole, whole_interruption_minutes, "minutes"),
            ...missed(facts.main, main_function_interruption_minutes, "minutes"),
          ]
        : [],
    ],
    [
      "condition.3",
      [
        ...missed(facts.persons, limits.condition_3.persons, "persons"),
        ...nearestArea(known, limits.condition_3),
      ],
    ],
    ["condition.5", missed(facts.leaked, limits.condition_5.persons, "persons")],
    ["condition.6", nearestTargets(known, limits.condition_6)],
    ["condition.7", missed(facts.loss, limits.condition_7.yuan, "yuan")],
  ];
  return short
    .flatMap(([item, shown]) =>
      shown.map(({ path, value, needs }) => {
        const { at_least, unit } = needs as { at_least: number; unit: string };
        const missing = at_least - (value as number);
        return { path, value, grade, criterion: `annex.${grade}.${item}`, at_least, missing, unit };
      }),
    )
    .sort((one, other) => (one.path < other.path ? -1 : 1));
};
