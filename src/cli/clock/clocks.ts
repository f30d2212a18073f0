import type { Decision, Duty } from "../decision.js";

/** The incident that something belongs to. */
export interface Of {
  readonly file: string;
  /** Id and title, harmless to show. */
  readonly incident: string;
  readonly title: string;
  /** The version of the rules that was applied, whose terms name everything. */
  readonly version: string | null;
}

/** An incident that has no clock, and the decision's words on it. */
export interface Silent extends Of {
  readonly status: Decision["status"];
  readonly reportable: Decision["reportable"];
}

/** A duty of an incident that is still to be done, with the clock that it runs by. */
export interface Clock extends Of {
  readonly province: string | null;
  readonly duty: Duty;
  /** Seconds that are left, negative once they are over; null where no due time is known. */
  readonly left: number | null;
}

/** How a clock stands: it runs, it waits for a time that is not stated, or the law gives no hours. */
export type Kind = "running" | "waiting" | "untimed";

/** `running` has a due time; `waiting` has a limit and lacks its start; `untimed` is 及时 and the like. */
export const kindOf = ({ due, limit_seconds: seconds, limit_days: days }: Duty): Kind => {
  if (due !== null) return "running";
  return seconds === null && days === null ? "untimed" : "waiting";
};

/** Whether something is still to be done: what has been sent has no clock any more. */
export const isOpen = ({ state }: Duty): boolean => state === "pending" || state === "overdue";

/** Most urgent first: what ends first, then what waits (the shortest limit first), then the rest. */
export const inOrder = (one: Clock, other: Clock): number => {
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
};

const KINDS: readonly Kind[] = ["running", "waiting", "untimed"];

const rank = ({ duty, left, incident }: Clock): (number | string)[] => [
  KINDS.indexOf(kindOf(duty)),
  left ?? 0,
  duty.bearer === "operator" ? 0 : 1,
  duty.applies === "yes" ? 0 : 1,
  duty.limit_seconds ?? Infinity,
  incident,
  duty.id,
];
