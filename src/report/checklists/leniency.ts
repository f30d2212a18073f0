import type { Block, Line, Page } from "../../generated/types.js";
import { factAt } from "../facts/flatten.js";
import { isStated, sayFact } from "../facts/say.js";
import { dueText, limitText } from "../guide/deadlines.js";
import type { Evidence } from "../law.js";
import { sectionNumber } from "../parts/fields.js";
import { paragraph } from "../parts/opening.js";
import { capital, joined, line, put } from "../text/line.js";
import { box, checklistPage, type ChecklistView } from "./view.js";

/** Evidence for leniency (Art. 11): for each fact that mitigates, what is there and what is missing. */
export const leniency = (view: ChecklistView): Page[] => {
  const { words, law, terms } = view;
  const { citation, quote } = law.checklists.leniency;
  return checklistPage(view, words.title_leniency, [
    paragraph(put(words.official_quote, { quote, citation: terms.citation(citation) }), "quote"),
    paragraph(line(words.leniency_lead), "remark"),
    ...inOrder(view).flatMap(({ id, quote: asked, timeliness: read }, at): Block[] => [
      {
        type: "heading",
        level: 1,
        text: line(
          sectionNumber(view, at + 1),
          view.language === "zh" ? asked : capital(terms.word("liability", id)),
        ),
      },
      paragraph(statusLine(view, id)),
      ...(read === undefined ? [] : timeliness(view)),
      evidence(view, law.checklists.leniency.evidence[id] ?? []),
    ]),
  ]);
};

// The evidence stands in the order of the article; the facts are sorted by their ids.
const inOrder = ({ law }: ChecklistView): ChecklistView["law"]["liability"]["mitigating"] => {
  const order = Object.keys(law.checklists.leniency.evidence);
  return [...law.liability.mitigating].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
};

const statusLine = ({ decision, terms, words }: ChecklistView, id: string): Line => {
  const found = decision?.liability?.mitigating.find((fact) => fact.id === id);
  return put(words.leniency_status, {
    status: terms.word("liability_statuses", found?.status ?? "unknown"),
  });
};

// Whether it was in time is read from the first reports: when each was due, and what became of it.
const timeliness = (view: ChecklistView): Block[] => {
  const { words, terms, decision } = view;
  const first = (decision?.duties ?? []).filter(({ action }) => action === "first_report");
  if (first.length === 0) return [];
  return [
    {
      type: "table",
      head: [words.duty, words.limit, words.due, words.state].map((text) => line(text)),
      rows: first.map((duty) => [
        line(terms.word("duties", duty.id)),
        line(limitText(view, duty)),
        line(dueText(view, duty)),
        line(terms.word("states", duty.state ?? "unknown")),
      ]),
      widths: [5, 3, 6, 3],
    },
  ];
};

const evidence = (view: ChecklistView, list: readonly Evidence[]): Block => {
  const { words, language } = view;
  return {
    type: "table",
    head: [words.evidence, words.evidence_there, words.evidence_state].map((text) => line(text)),
    rows: list.map((one) => {
      const found = there(view, one);
      return [
        line(one[language]),
        found,
        line(
          box(found.length > 0),
          found.length > 0 ? words.evidence_in_file : words.evidence_to_collect,
        ),
      ];
    }),
    widths: [7, 6, 3],
  };
};

const there = (view: ChecklistView, { fields = [] }: Evidence): Line => {
  const { incident, terms, common } = view;
  if (incident === null) return [];
  const facts = fields.flatMap((path) => {
    const value = factAt(incident, path);
    const said = isStated(value) && !isEmptyList(value) ? sayFact(view, path, value) : [];
    return said.length === 0
      ? []
      : [put(view.words.fact_stated, { fact: terms.fact(path), value: joined(said, " ") })];
  });
  return joined(facts, common.clause_separator);
};

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
