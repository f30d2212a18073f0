import type { Line, Page } from "../../generated/types.js";
import type { Clause } from "../law.js";
import { sectionNumber } from "../parts/fields.js";
import { paragraph, unitName } from "../parts/opening.js";
import { joined, line, put } from "../text/line.js";
import { box, checklistPage, type ChecklistView } from "./view.js";

/** Clauses for contracts with service providers (Art. 5), each with where it comes from. */
export const vendorContracts = (view: ChecklistView): Page[] => {
  const { words, law, terms, blank, incident } = view;
  const { citation, clauses } = law.checklists.vendor_contracts;
  const quote = law.duties["operator.vendor_contracts"]?.quote ?? "";
  const operator =
    incident?.operator?.name === undefined ? [blank] : unitName({ ...view, incident });
  return checklistPage(view, words.title_vendor_contracts, [
    paragraph(put(words.official_quote, { quote, citation: terms.citation(citation) }), "quote"),
    paragraph(put(words.contract_parties, { operator, provider: [blank] })),
    paragraph(line(words.contract_lead), "remark"),
    {
      type: "table",
      head: [line(words.clause), line(words.clause_text), line(words.source), line(words.included)],
      rows: clauses.map((clause, at) => [
        line(sectionNumber(view, at + 1).replace(/[、. ]+$/, "")),
        text(view, clause),
        source(view, clause, citation),
        line(box(false)),
      ]),
      widths: [2, 13, 5, 3],
    },
  ]);
};

const text = (view: ChecklistView, clause: Clause): Line => {
  const { language, words } = view;
  if (clause.note === undefined) return line(clause[language]);
  const note = put(clause.note[language], {
    limits: limits(view),
    summary_days: summaryDays(view),
  });
  return line(clause[language], " ", put(words.clause_note, { note }));
};

const source = (view: ChecklistView, { basis, citation }: Clause, listed: string): Line => {
  const { words, terms } = view;
  const cited = terms.citation(citation ?? listed);
  return basis === "text"
    ? line(cited)
    : line(cited, " ", [{ text: words.suggested, mark: "inference" }]);
};

/** The operator's own limits, the shortest first: 1 h, 2 h or 4 h. */
const limits = ({ law, speech, common }: ChecklistView): Line => {
  const minutes = Object.entries(law.duties).flatMap(([, { action, limit_minutes: limit }]) =>
    action === "first_report" && limit !== undefined ? [limit] : [],
  );
  const said = [...new Set(minutes)].sort((a, b) => a - b).map((n) => speech.limit(n * 60));
  return joined([joined(said.slice(0, -1), common.list_separator), ...said.slice(-1)], common.or);
};

const summaryDays = ({ law }: ChecklistView): number =>
  law.duties["operator.summary"]?.limit_days ?? 0;
