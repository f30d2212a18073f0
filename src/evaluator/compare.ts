import type { Decision, Duty } from "../generated/types.js";

/** One thing that would be different; `null` where it would not be there. */
export interface Change {
  /** JSON Pointer into the decision, with a duty's id in place of its index. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What would differ if one reading had another option. */
export interface Comparison {
  readonly id: string;
  readonly option: string;
  readonly nature: string;
  readonly source: string;
  readonly changes: readonly Change[];
  /** Whether it leads to a higher grade, more recipients or an earlier due time. */
  readonly more_cautious: boolean;
}

/** What differs between two decisions on one incident. It knows no law: `grades` is the bundle's order. */
export const compareDecisions = (
  before: Decision,
  after: Decision,
  grades: readonly string[],
): Pick<Comparison, "changes" | "more_cautious"> => {
  const changes = [
    change("/status", before.status, after.status),
    change("/grade/floor", before.grade?.floor, after.grade?.floor),
    change("/grade/ceiling", before.grade?.ceiling, after.grade?.ceiling),
    change("/reportable", before.reportable, after.reportable),
    ...dutyIds(before, after).flatMap((id) =>
      dutyChanges(id, dutyOf(before, id), dutyOf(after, id)),
    ),
  ].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
  return { changes, more_cautious: isMoreCautious(before, after, grades) };
};

const change = (path: string, from: unknown, to: unknown): Change => ({
  path,
  from: from ?? null,
  to: to ?? null,
});

const dutyIds = (...decisions: Decision[]): string[] =>
  [...new Set(decisions.flatMap(({ duties }) => duties.map(({ id }) => id)))].sort();

const dutyOf = ({ duties }: Decision, id: string): Duty | undefined =>
  duties.find((duty) => duty.id === id);

const COMPARED = ["applies", "bearer", "recipients", "due", "state"] as const;

const dutyChanges = (id: string, before: Duty | undefined, after: Duty | undefined): Change[] =>
  COMPARED.map((member) => change(`/duties/${id}/${member}`, before?.[member], after?.[member]));

const isMoreCautious = (before: Decision, after: Decision, grades: readonly string[]): boolean => {
  const rank = (name: string | undefined): number => grades.indexOf(name ?? "");
  return (
    rank(after.grade?.floor) > rank(before.grade?.floor) ||
    rank(after.grade?.ceiling) > rank(before.grade?.ceiling) ||
    recipientsOf(after) > recipientsOf(before) ||
    actionsOf(after).some((action) => isEarlier(firstDue(after, action), firstDue(before, action)))
  );
};

const recipientsOf = ({ duties }: Decision): number =>
  new Set(duties.flatMap(({ bearer, recipients }) => recipients.map((to) => `${bearer} ${to}`)))
    .size;

const actionsOf = ({ duties }: Decision): string[] => [
  ...new Set(duties.map(({ action }) => action)),
];

// By action and not by id: on another route the same report is due under another id.
const firstDue = ({ duties }: Decision, action: string): string | undefined =>
  duties
    .filter((duty) => duty.action === action)
    .flatMap(({ due }) => due ?? [])
    .sort()[0];

// Both are in Beijing time and of one form, so that their order as texts is their order in time. A
// due time where none was known is the earlier one.
const isEarlier = (after: string | undefined, before: string | undefined): boolean =>
  after !== undefined && (before === undefined || after < before);
