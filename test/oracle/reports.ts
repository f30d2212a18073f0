/** What the incident says has been sent and received (reports[]). */
import { list } from "./domain.js";
import { member } from "./json.js";
import { parseTime } from "./rfc3339.js";

export interface Report {
  duty: string;
  sent: number | null;
  received: number | null;
  items: readonly unknown[];
}

export function timeAt(value: unknown): number | null {
  return typeof value === "string" ? parseTime(value) : null;
}

export function reportsOf(request: unknown): Report[] {
  return list(member(request, "incident", "reports"), "none").entries.map((entry) => {
    const duty = member(entry, "duty");
    return {
      duty: typeof duty === "string" ? duty : "",
      sent: timeAt(member(entry, "sent_at")),
      received: timeAt(member(entry, "received_at")),
      items: list(member(entry, "items"), "none").entries,
    };
  });
}

export function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/**
 * When the earliest report of a duty was received. The earliest is the one sent first; one without
 * a time of sending comes after all that have one; of several sent together the first received.
 */
export function receiptOf(duty: string, reports: readonly Report[]): number | null {
  const own = reports.filter((report) => report.duty === duty);
  const first = earliest(own.map((report) => report.sent));
  return earliest(own.filter((report) => report.sent === first).map((report) => report.received));
}

/** Items 1 to 8 of Art. 7 that all reports together hold. */
export function allItemsSent(reports: readonly Report[]): boolean {
  const sent = new Set(reports.flatMap((report) => report.items));
  return [1, 2, 3, 4, 5, 6, 7, 8].every((item) => sent.has(item));
}
