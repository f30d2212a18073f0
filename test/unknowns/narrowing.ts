/** What may change in a decision when more is known, and what never may. */
import type { Decision } from "../../src/index.js";
import { GRADES } from "../oracle/types.js";

const rank = (grade: string | undefined): number =>
  (GRADES as readonly string[]).indexOf(grade ?? "");

/** Where `after`, a decision on more facts than `before`, takes something back that was certain. */
export const takenBack = (before: Decision, after: Decision): string[] => [
  ...gradeFaults(before, after),
  ...criteriaFaults(before, after),
  ...dutyFaults(before, after),
  ...questionFaults(before, after),
];

const gradeFaults = (before: Decision, after: Decision): string[] => {
  if (!before.grade || !after.grade) {
    return before.grade === after.grade ? [] : ["one decision has a grade, the other none"];
  }
  const faults: string[] = [];
  if (rank(after.grade.floor) < rank(before.grade.floor)) faults.push("the floor sank");
  if (rank(after.grade.ceiling) > rank(before.grade.ceiling)) faults.push("the ceiling rose");
  return faults;
};

const criteriaFaults = (before: Decision, after: Decision): string[] => {
  const outcomes = new Map(after.criteria.map(({ id, outcome }) => [id, outcome]));
  return before.criteria
    .filter(({ id, outcome }) => outcome !== "undecided" && outcomes.get(id) !== outcome)
    .map(({ id, outcome }) => `${id} was ${outcome}, now ${String(outcomes.get(id))}`);
};

const endsEarly = ({ status }: Decision): boolean =>
  status === "excluded" || status === "out_of_scope";

const dutyFaults = (before: Decision, after: Decision): string[] => {
  const faults: string[] = [];
  const [was, now] = [before, after].map(
    ({ duties }) => new Map(duties.map(({ id, applies }) => [id, applies])),
  );
  for (const id of now?.keys() ?? []) {
    if (!was?.has(id)) faults.push(`${id} did not apply and now does`);
  }
  if (before.reportable === "no" && after.reportable !== "no") faults.push("it became reportable");
  if (before.status === "excluded" && after.status !== "excluded")
    faults.push("no longer excluded");
  if (endsEarly(before) && !endsEarly(after)) faults.push("no longer out of scope");
  // Only a certain fact on the scope may end what was owed.
  if (endsEarly(after)) return faults;
  if (before.status === "decided" && after.status !== "decided") faults.push("no longer decided");
  if (before.reportable === "yes" && after.reportable !== "yes") {
    faults.push("it is reportable no longer");
  }
  for (const [id, applies] of was ?? []) {
    // Anyone may report on their own account for as long as nobody must be told for certain.
    const held = id !== "public.voluntary_report" || before.reportable === "yes";
    if (held && applies === "yes" && now?.get(id) !== "yes") {
      faults.push(`${id} applied for certain`);
    }
  }
  return faults;
};

/** Entries move where an open list is closed. */
const settled = (path: string): string => path.replace("/at_least", "");

const questionFaults = (before: Decision, after: Decision): string[] => {
  const asked = new Set(before.questions.map(({ path }) => settled(path)));
  // An entry that was not known to be there was asked for as a part of its list.
  const known = ({ path }: { path: string }): boolean =>
    asked.has(settled(path)) || asked.has(settled(path).replace(/\/\d+\/\w+$/, ""));
  return after.questions.filter((one) => !known(one)).map(({ path }) => `${path} is asked anew`);
};
