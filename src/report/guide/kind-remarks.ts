import type { Line } from "../../generated/types.js";
import { gradeMove } from "../changes/grade.js";
import { recordedReports, sentFirstReports } from "../reports-sent.js";
import { joined, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { dutyName, timing } from "./deadlines.js";
import type { Occasion } from "./occasion.js";

/** What must be said of a report of this kind at this time. None of it keeps anybody from reporting. */
export const kindRemarks = (view: DraftView, occasion: Occasion): Line[] => [
  ...reportable(view),
  ...(occasion.kind === "first" ? firstRemarks(view) : noFirstReport(view)),
  ...(occasion.kind === "supplement" ? supplementRemarks(view, occasion) : []),
  ...(occasion.kind === "summary" ? summaryRemarks(view) : []),
  ...(view.asOf === null ? [put(view.words.no_as_of)] : []),
];

const reportable = ({ decision, terms, words }: DraftView): Line[] => {
  if (decision.reportable === "yes") return [];
  const source = terms.citedBy("reportable", decision.reportable);
  const citation = source === null ? "" : terms.citation(source);
  return [
    put(decision.reportable === "no" ? words.remark_not_owed : words.remark_undecided, {
      citation,
    }),
  ];
};

const firstRemarks = (view: DraftView): Line[] =>
  sentFirstReports(view.incident).length > 0 ? [put(view.words.first_already_sent)] : [];

const noFirstReport = (view: DraftView): Line[] => {
  const { words, decision, incident, common } = view;
  if (sentFirstReports(incident).length > 0) return [];
  const owed = decision.duties.filter(({ action }) => action === "first_report");
  const duties = owed.map((duty) =>
    put(words.duty_due, {
      duty: dutyName(view, duty),
      timing: timing(view, duty),
    }),
  );
  const template =
    recordedReports(incident) === null ? words.first_not_recorded : words.first_not_sent;
  return [put(template, { duties: joined(duties, common.clause_separator) })];
};

const supplementRemarks = (view: DraftView, { earlier }: Occasion): Line[] => {
  const { words, law, decision, request } = view;
  if (!earlier) return [put(words.no_earlier)];
  const move = gradeMove(earlier.decision, decision, law.grades);
  return [
    ...(earlier.request.incident.id === request.incident.id ? [] : [put(words.other_incident)]),
    ...(move === "fell" ? [put(words.fell_stays)] : []),
    ...(earlier.decision.rules.id === decision.rules.id ? [] : [put(words.other_rules)]),
    ...(isAfter(view, earlier.request.as_of ?? null) ? [put(words.earlier_is_later)] : []),
  ];
};

const isAfter = ({ speech, asOf }: DraftView, time: string | null): boolean => {
  const now = asOf === null ? null : speech.instantOf(asOf);
  const then = time === null ? null : speech.instantOf(time);
  return now !== null && then !== null && then > now;
};

const summaryRemarks = (view: DraftView): Line[] => {
  const { words, incident, terms, law } = view;
  const ended = incident.times?.handling_ended_at;
  const citation = terms.citation(law.contents.summary.citation);
  if (ended === undefined) return [put(words.handling_not_ended, { citation })];
  return isAfter(view, ended) ? [put(words.handling_ends_later, { citation })] : [];
};
