/** Whether a duty is met, late, overdue, pending or not to be told (contract section 6). */
import type { Report } from "./reports.js";
import type { DutyState } from "./types.js";

/** A duty whose text gives a number: 最迟不得超过, so exactly at the limit is in time. */
export function stateWithLimit(
  duty: string,
  due: number | null,
  reports: readonly Report[],
  asOf: number | null,
): DutyState {
  const own = reports.filter((report) => report.duty === duty);
  if (own.length === 0) return due !== null && asOf !== null && asOf > due ? "overdue" : "pending";
  if (due === null) return "unknown";
  if (own.some((report) => report.sent !== null && report.sent <= due)) return "met";
  return own.some((report) => report.sent === null) ? "unknown" : "late";
}

/** 及时, with no number: sent or not yet. */
export function stateWithoutLimit(duty: string, reports: readonly Report[]): DutyState {
  return reports.some((report) => report.duty === duty) ? "met" : "pending";
}
