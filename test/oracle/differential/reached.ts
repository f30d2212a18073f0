/** What a run must have met for its agreement to mean something: every outcome of every part. */
import { FACTS } from "../../unknowns/facts.js";
import { READINGS } from "../readings.js";
import { GRADES, type OracleDecision } from "../types.js";

const each = (
  one: readonly string[],
  other: readonly string[],
  ...more: readonly (readonly string[])[]
): string[] => {
  const [next, ...rest] = more;
  const joined = one.flatMap((head) => other.map((tail) => `${head} ${tail}`));
  return next === undefined ? joined : each(joined, next, ...rest);
};

const CRITERIA = GRADES.slice(1).flatMap((grade) => [
  ...[1, 2, 3].map((n) => `annex.${grade}.circumstance.${String(n)}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `annex.${grade}.condition.${String(n)}`),
]);

const BOUNDS = GRADES.flatMap((floor, rank) =>
  GRADES.slice(rank).map((ceiling) => `grade ${floor} ${ceiling}`),
);

const ROUTES = ["cii", "organ", "other"];
const WITH_LIMIT = [
  ...ROUTES.map((route) => `operator.first_report.${route}`),
  ...ROUTES.map((route) => `authority.relay.${route}`),
  "authority.notify.other",
  "operator.summary",
];
const PROMPT = [
  "authority.notify.organ",
  "operator.report.crime",
  "operator.report.sector",
  "operator.supplement.items",
];
const APPLIES = ["yes", "possible"];
const STATES = ["met", "late", "overdue", "pending", "unknown"];

/** Facts that move neither a grade nor a duty, and are never asked. */
const NEVER_ASKED = /^\/(?:ransomware|mitigation\/|impact\/livelihood\/services)/;
const ASKED = Object.entries(FACTS)
  .filter(([path]) => !NEVER_ASKED.test(path))
  .flatMap(([path, kind]) => {
    if (kind.type !== "entries") return [path];
    const members = Object.keys(kind.members);
    return [
      path,
      ...members.flatMap((name) => [`${path}/*/${name}`, `${path}/at_least/*/${name}`]),
    ];
  });

/** Everything that there is to reach. */
export const EVERYTHING: readonly string[] = [
  ...["decided", "undecided", "excluded", "out_of_scope", "not_in_force"].map(
    (is) => `status ${is}`,
  ),
  ...BOUNDS,
  ...["yes", "no", "undecided"].map((is) => `reportable ${is}`),
  ...each(CRITERIA, ["met", "not_met", "undecided"]),
  ...each(WITH_LIMIT, APPLIES, STATES),
  ...each(PROMPT, APPLIES, ["met", "pending"]),
  ...each(["operator.supplement.developments"], APPLIES, ["null"]),
  ...each(["operator.vendor_contracts", "public.voluntary_report"], ["yes"], ["null"]),
  ...Object.entries(READINGS).flatMap(([name, options]) => each([`reading ${name}`], options)),
  ...each(
    [1, 2, 3, 4, 5, 6, 7, 8].map((item) => `item ${String(item)}`),
    ["complete", "missing"],
  ),
  ...[1, 2, 5, 6].map((item) => `item ${String(item)} partial`),
  ...ASKED.map((path) => `asks ${path}`),
];

/** What a decision reaches of it. */
export const reachedBy = (decision: OracleDecision): string[] => [
  `status ${decision.status}`,
  ...(decision.grade === null ? [] : [`grade ${decision.grade.floor} ${decision.grade.ceiling}`]),
  ...(decision.reportable === null ? [] : [`reportable ${decision.reportable}`]),
  ...decision.criteria.map(({ id, outcome }) => `${id} ${outcome}`),
  ...decision.duties.map(({ id, applies, state }) => `${id} ${applies} ${String(state)}`),
  ...Object.entries(decision.readings).map(([name, option]) => `reading ${name} ${option}`),
  ...decision.contents.map(({ item, status }) => `item ${String(item)} ${status}`),
  ...decision.questions.map(({ path }) => `asks ${path.replace(/\/\d+/g, "/*")}`),
];
