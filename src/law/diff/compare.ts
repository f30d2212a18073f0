import type { Aspect } from "./aspects.js";
import { isMembers } from "./change.js";

/** What one case is answered differently in. */
export interface Difference {
  readonly aspect: Aspect;
  /** The id of a criterion, a duty, an item, a fact of liability, a related duty, or a notice's code. */
  readonly subject: string | null;
  readonly from: unknown;
  readonly to: unknown;
}

/** An answer with the words of what it cites. */
export interface Answer {
  readonly decision: unknown;
  /** The citations of the version that decided, by id. */
  readonly citations: unknown;
  /** Decision and citations as text: most answers are alike, and need no closer look. */
  readonly text: string;
}

/** Where two answers to the same request differ. */
export const differences = (old: Answer, now: Answer): Difference[] => {
  if (old.text === now.text) return [];
  const [before, after] = [old.decision, now.decision];
  const entry = (aspect: Aspect, group: string, ...keys: readonly string[]): Difference[] =>
    byKey(entries(before, group), entries(after, group)).flatMap(([id, from, to]) =>
      keys.flatMap((key) => compared(aspect, id, of(from, key), of(to, key))),
    );
  const answered = [
    ...compared("status", null, of(before, "status"), of(after, "status")),
    ...compared("grade", null, bounds(before), bounds(after)),
    ...compared("reportable", null, of(before, "reportable"), of(after, "reportable")),
    ...duties(before, after),
    ...entry("related", "related", "trigger"),
  ];
  // Where no rules are in force nothing else is said, and its absence is no news.
  if (bounds(before) === null || bounds(after) === null) return answered;
  const found = [
    ...answered,
    ...entry("criterion", "criteria", "outcome"),
    ...citations(old, now),
    ...entry("contents", "contents", "status", "required_in_first_report", "fields"),
    ...entry("liability", "aggravating", "status"),
    ...entry("liability", "mitigating", "status"),
  ];
  // Notices follow from the rest; only where nothing else differs are they news.
  return found.length > 0 ? found : notices(before, after);
};

/** Whether two answers differ in what they ask or show on the way, such as the next threshold. */
export const guidesOtherwise = (old: Answer, now: Answer): boolean =>
  old.text !== now.text &&
  JSON.stringify(guidance(old.decision)) !== JSON.stringify(guidance(now.decision));

const guidance = (decision: unknown): unknown => [
  of(decision, "questions"),
  of(decision, "next_threshold"),
  [...entries(decision, "criteria").values()].map((one) => of(one, "facts")),
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

const CITING = ["criteria", "duties", "related", "aggravating", "mitigating"] as const;

// What stands in both answers and is cited otherwise; what comes or goes is said once, as itself.
const citations = (old: Answer, now: Answer): Difference[] =>
  CITING.flatMap((group) =>
    byKey(entries(old.decision, group), entries(now.decision, group)).flatMap(([id, from, to]) =>
      from === undefined || to === undefined || isOut(from) || isOut(to)
        ? []
        : compared("citation", id, citationOf(old, from), citationOf(now, to)),
    ),
  );

const isOut = (entry: unknown): boolean => of(entry, "outcome") === "not_met";

const citationOf = ({ citations: known }: Answer, entry: unknown): unknown => {
  const id = String(of(entry, "citation"));
  const words = of(known, id);
  return { id, ...(isMembers(words) ? { zh: words.zh, en: words.en } : {}) };
};

// One code may be told of several facts: a notice is the same if it says the same.
const notices = (old: unknown, now: unknown): Difference[] =>
  byKey(told(old), told(now)).flatMap(([, from, to]) =>
    compared("notice", String(of(from ?? to, "code")), from, to),
  );

const told = (decision: unknown): Map<string, unknown> =>
  new Map(listed(of(decision, "notices")).map((notice) => [JSON.stringify(notice), notice]));

// Entries of a list by what names them.
const entries = (decision: unknown, group: string): Map<string, unknown> =>
  new Map(
    listed(of(decision, group) ?? of(of(decision, "liability"), group)).map((entry) => [
      String(of(entry, "id") ?? of(entry, "item")),
      entry,
    ]),
  );

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

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
  JSON.stringify(from) === JSON.stringify(to)
    ? []
    : [{ aspect, subject, from: from ?? null, to: to ?? null }];

const of = (value: unknown, key: string): unknown => (isMembers(value) ? value[key] : undefined);
