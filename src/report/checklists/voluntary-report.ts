import type { Block, Line, Page } from "../../generated/types.js";
import { factAt } from "../facts/flatten.js";
import { sayFact } from "../facts/say.js";
import { channelTable } from "../guide/channels.js";
import { field, numbered, sectionNumber } from "../parts/fields.js";
import { paragraph } from "../parts/opening.js";
import { typeLines } from "../parts/type-stated.js";
import { line, put } from "../text/line.js";
import { checklistPage, type ChecklistView } from "./view.js";

/** A report by anyone who learned of an incident (Art. 6): what is known, and the channels. */
export const voluntaryReport = (view: ChecklistView): Page[] => {
  const { words, law, terms, blank } = view;
  const { citation } = law.checklists.voluntary_report;
  const quote = law.duties["public.voluntary_report"]?.quote ?? "";
  const heading = (n: number, text: string): Block => ({
    type: "heading",
    level: 1,
    text: line(sectionNumber(view, n), text),
  });
  const open = (label: string): Block => ({
    type: "field",
    label: line(label),
    stated: false,
    lines: [[blank]],
  });
  return checklistPage(view, words.title_voluntary_report, [
    paragraph(put(words.official_quote, { quote, citation: terms.citation(citation) }), "quote"),
    paragraph(line(words.voluntary_lead), "remark"),
    heading(1, words.voluntary_reporter),
    ...numbered(view, [
      open(words.voluntary_name),
      open(words.voluntary_contact),
      open(words.voluntary_learned),
    ]),
    heading(2, words.voluntary_known),
    ...numbered(view, known(view)),
    heading(3, words.voluntary_evidence),
    { ...open(""), label: [] } as Block,
    heading(4, words.guide_channels),
    ...channelTable(view),
  ]);
};

// Whoever reports of his own accord owes nothing: what he does not know stays to be filled in.
const known = (view: ChecklistView): Block[] =>
  view.law.checklists.voluntary_report.fields.map((path) => {
    const lines = linesOf(view, path);
    const block = field(view, path, view.terms.fact(path), lines);
    return block.stated ? block : { ...block, lines: [[view.blank]] };
  });

const linesOf = (view: ChecklistView, path: string): Line[] => {
  const { incident } = view;
  if (incident === null) return [];
  if (path === "/narrative/type") return typeLines({ ...view, incident });
  return sayFact(view, path, factAt(incident, path));
};
