import type { Block, Draft } from "../generated/types.js";
import { factAt } from "./facts/flatten.js";
import { sayFact } from "./facts/say.js";
import { gapsOfSummary } from "./gaps.js";
import { guide } from "./guide/guide.js";
import { closing } from "./parts/closing.js";
import { field, numbered, sectionNumber } from "./parts/fields.js";
import { opening, paragraph, titleOf, unitName } from "./parts/opening.js";
import {
  addressees,
  addressLine,
  firstReports,
  type Route,
  routesTaken,
} from "./parts/recipients.js";
import { gradeLines } from "./grade/grade.js";
import { capital, line } from "./text/line.js";
import type { DraftView } from "./view.js";

/** The summary report after handling has ended: the elements of Art. 8. */
export const summaryReport = (view: DraftView): Draft => {
  const duties = originalChannel(view);
  const title = titleOf(view, "summary");
  const missing = gapsOfSummary(view);
  const blocks: Block[] = [
    paragraph(addressLine(view, duties), "addressee"),
    opening(view, "summary", [view.law.contents.summary.citation]),
    ...basics(view),
    ...elements(view),
    ...closing(view),
  ];
  return {
    kind: "summary",
    language: view.language,
    title,
    addressees: addressees(view, duties),
    missing,
    pages: [
      { purpose: "report", title, blocks },
      guide(view, { kind: "summary", missing, routes: duties }),
    ],
    source: { request: view.request, decision: view.decision },
  };
};

/** 按照原渠道: where the first report was sent; where none is recorded, where it is owed. */
const originalChannel = (view: DraftView): Route[] => {
  const taken = routesTaken(view);
  return taken.length > 0 ? taken : firstReports(view);
};

const basics = (view: DraftView): Block[] => {
  const { words, terms, incident } = view;
  const said = (path: string): Block =>
    field(view, path, terms.fact(path), sayFact(view, path, factAt(incident, path)));
  const heading: Block = {
    type: "heading",
    level: 1,
    text: line(sectionNumber(view, 1), words.summary_basics),
  };
  const unit = unitName(view);
  return [
    heading,
    ...numbered(view, [
      field(
        view,
        "/operator/name",
        terms.fact("/operator/name"),
        incident.operator?.name === undefined ? [] : [unit],
      ),
      said("/times/discovered_at"),
      said("/times/handling_ended_at"),
      field(view, null, words.grade_label, gradeLines(view, "summary")),
    ]),
  ];
};

const elements = (view: DraftView): Block[] => {
  const { law, language, incident } = view;
  return law.contents.summary.elements.flatMap(({ quote, en, field: path }, at): Block[] => [
    {
      type: "heading",
      level: 1,
      text: line(sectionNumber(view, at + 2), language === "zh" ? quote : capital(en)),
    },
    {
      ...field(view, path, "", sayFact(view, path, factAt(incident, path))),
      label: [],
    },
  ]);
};
