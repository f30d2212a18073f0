import { isMembers } from "./change.js";

/** What of an answer is compared. */
export const ASPECTS = [
  "grade",
  "reportable",
  "duty",
  "recipients",
  "due",
  "state",
  "citation",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What one case is answered differently in. `subject` is a duty's or a criterion's id. */
export interface Difference {
  readonly aspect: Aspect;
  readonly subject: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

/** Where two decisions on the same request differ. */
export const differences = (old: unknown, now: unknown): Difference[] => [
  ...compared("grade", null, bounds(old), bounds(now)),
  ...compared("reportable", null, of(old, "reportable"), of(now, "reportable")),
  ...duties(old, now),
  ...byKey(cited(old), cited(now)).flatMap(([subject, from, to]) =>
    // A duty that comes or goes takes its citation with it: that is said once, as the duty.
    (from === undefined || to === undefined) && !subject.startsWith("annex.")
      ? []
      : compared("citation", subject, from ?? null, to ?? null),
  ),
];

const bounds = (decision: unknown): unknown => {
  const grade = of(decision, "grade");
  return isMembers(grade) ? { floor: grade.floor, ceiling: grade.ceiling } : null;
};

const duties = (old: unknown, now: unknown): Difference[] =>
  byKey(entries(old, "duties"), entries(now, "duties")).flatMap(([id, from, to]) => {
    if (from === undefined || to === undefined) {
      return compared("duty", id, of(from, "applies") ?? null, of(to, "applies") ?? null);
    }
    const part = (aspect: Aspect, ...keys: readonly string[]): Difference[] =>
      keys.flatMap((key) => compared(aspect, id, of(from, key), of(to, key)));
    return [
      ...part("duty", "applies", "bearer", "action", "trigger", "manner"),
      ...part("recipients", "recipients"),
      ...(of(from, "due") === of(to, "due")
        ? part("due", "limit_seconds", "limit_days")
        : part("due", "due")),
      ...part("state", "state"),
    ];
  });

// What an answer rests on: the citation of each criterion with its outcome, and those of the rest.
const cited = (decision: unknown): Map<string, unknown> =>
  new Map(
    ["criteria", "duties", "related"].flatMap((group) =>
      [...entries(decision, group)].flatMap(([id, entry]): [string, unknown][] => {
        const outcome = of(entry, "outcome");
        if (outcome === "not_met") return [];
        const text = String(of(entry, "citation"));
        return [group === "criteria" ? [text, outcome] : [id, text]];
      }),
    ),
  );

const entries = (decision: unknown, group: string): Map<string, unknown> => {
  const list = of(decision, group);
  return new Map(
    (Array.isArray(list) ? list : []).map((entry: unknown) => [String(of(entry, "id")), entry]),
  );
};

const byKey = (
  old: ReadonlyMap<string, unknown>,
  now: ReadonlyMap<string, unknown>,
): [string, unknown, unknown][] =>
  [...new Set([...old.keys(), ...now.keys()])].map((key) => [key, old.get(key), now.get(key)]);

const compared = (
  aspect: Aspect,
  subject: string | null,
  from: unknown,
  to: unknown,
): Difference[] =>
  JSON.stringify(from) === JSON.stringify(to) ? [] : [{ aspect, subject, from, to }];

const of = (value: unknown, key: string): unknown => (isMembers(value) ? value[key] : undefined);
