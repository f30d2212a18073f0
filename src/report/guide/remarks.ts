import type { Line } from "../../generated/types.js";
import { mergedNotices } from "../../words/notices.js";
import { line, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { kindRemarks } from "./kind-remarks.js";
import type { Occasion } from "./occasion.js";
import { textRemarks } from "./text-remarks.js";

/** What to look at before the report is sent, the gravest first. */
export const remarks = (view: DraftView, occasion: Occasion): Line[] => [
  ...kindRemarks(view, occasion),
  ...routeRemarks(view),
  ...noticeRemarks(view, occasion),
  ...textRemarks(view),
];

const routeRemarks = (view: DraftView): Line[] => {
  const { words, terms, speech, law, incident, decision } = view;
  const first = decision.duties.filter(({ action }) => action === "first_report");
  const sure = first.filter(({ applies }) => applies === "yes");
  const open = first.filter(({ applies }) => applies === "possible");
  const named = speech.list(first.map(({ id }) => terms.word("duties", id)));
  const { province } = incident.operator ?? {};
  const seen = law.channels.provincial_cac.seen[province ?? ""];
  const provincial = first.some(({ recipients }) => recipients.includes("provincial_cac"));
  return [
    ...(open.length > 0 && first.length > 1 ? [put(words.routes_open, { routes: named })] : []),
    ...(open.length === 0 && sure.length > 1 ? [put(words.routes_all, { routes: named })] : []),
    ...(provincial && seen !== undefined && seen !== "full" ? [put(words.body_name_unseen)] : []),
  ];
};

const OF_FIRST_REPORTS = ["first_two_items_suffice", "all_items_due"];

// What the decision itself has to say; the grade's own remark stands with the grade.
const noticeRemarks = ({ decision, terms, words }: DraftView, { kind }: Occasion): Line[] =>
  mergedNotices(decision.notices)
    .filter(({ code }) => code !== "grade_presumptive")
    .filter(({ code }) => kind === "first" || !OF_FIRST_REPORTS.includes(code))
    .map(({ code, params }) => {
      const source = terms.citedBy("notices", code);
      const text = terms.notice(code, params);
      return source === null
        ? line(text)
        : put(words.remark_cited, { text, citation: terms.citation(source) });
    });
