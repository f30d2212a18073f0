/** From when clocks run, and when the summary falls due. */
import { member } from "./json.js";
import type { Readings } from "./readings.js";
import { earliest, timeAt } from "./reports.js";
import { endOfBeijingDay } from "./rfc3339.js";

function time(request: unknown, name: string): number | null {
  return timeAt(member(request, "incident", "times", name));
}

/** 发现或获知: the earlier of the two. */
export function awareness(request: unknown): number | null {
  return earliest([time(request, "discovered_at"), time(request, "learned_at")]);
}

export function operatorClock(request: unknown, readings: Readings): number | null {
  return readings.clock_start === "awareness" ? awareness(request) : time(request, "assessed_at");
}

/** The date that selects the version of the rules. */
export function versionDate(request: unknown, readings: Readings): number | null {
  return readings.in_force_by === "awareness" ? awareness(request) : time(request, "occurred_at");
}

export function handlingEnded(request: unknown): number | null {
  return time(request, "handling_ended_at");
}

/** 处置工作结束后30日内 */
export function summaryDue(ended: number | null, readings: Readings): number | null {
  if (ended === null) return null;
  return readings.summary_deadline === "720_hours"
    ? ended + 720 * 3600
    : endOfBeijingDay(ended, 30);
}
