import type { Incident, Report } from "../generated/types.js";
import { instantOf } from "../words/index.js";

/** The reports that the incident records as sent; null where it says that this is not known. */
export const recordedReports = ({ reports, unstated }: Incident): readonly Report[] | null => {
  if (reports === "unknown") return null;
  if (reports === undefined) return unstated === "none" ? [] : null;
  return Array.isArray(reports) ? reports : reports.at_least;
};

const isFirst = ({ duty }: Report): boolean => duty.startsWith("operator.first_report.");

/** The first reports that are recorded, the earliest first. */
export const sentFirstReports = (incident: Incident): Report[] =>
  (recordedReports(incident) ?? []).filter(isFirst).sort((a, b) => sentAt(a) - sentAt(b));

const sentAt = ({ sent_at: time }: Report): number => instantOf(time ?? "") ?? Infinity;

/** The items of Art. 7 that some report is recorded to have held. */
export const itemsSent = (incident: Incident): ReadonlySet<number> =>
  new Set(
    (recordedReports(incident) ?? []).flatMap(({ items }) => {
      if (items === undefined || items === "unknown") return [];
      return Array.isArray(items) ? items : items.at_least;
    }),
  );
