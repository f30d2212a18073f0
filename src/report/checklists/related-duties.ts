import type { Line, Page } from "../../generated/types.js";
import { factAt } from "../facts/flatten.js";
import { presenceOfAny } from "../facts/presence.js";
import { isStated, sayFact } from "../facts/say.js";
import { paragraph } from "../parts/opening.js";
import { joined, line, put } from "../text/line.js";
import { box, checklistPage, type ChecklistView } from "./view.js";

const VERDICTS = ["applies", "does_not_apply", "counsel"] as const;
type Verdict = (typeof VERDICTS)[number];

/** Duties under other laws with their triggers: what the facts say, and what is for counsel. */
export const relatedDuties = (view: ChecklistView): Page[] => {
  const { words, terms, law } = view;
  return checklistPage(view, words.title_related_duties, [
    paragraph(line(words.related_lead), "remark"),
    {
      type: "table",
      head: [
        words.duty,
        words.trigger,
        words.facts_stated,
        ...VERDICTS.map((verdict) => words[`verdict_${verdict}`]),
      ].map((text) => line(text)),
      rows: law.related.list.map(({ id, trigger, citation }) => [
        line(
          terms.word("related", id),
          " ",
          put(view.common.cited, { source: terms.citation(citation) }),
        ),
        line(terms.word("related_triggers", trigger)),
        facts(view, id),
        ...VERDICTS.map((verdict) => line(box(verdictOn(view, id) === verdict))),
      ]),
      widths: [10, 11, 9, 5, 5, 5],
    },
  ]);
};

/** Only what is surely there or surely absent is said so; all else is for counsel. */
const verdictOn = ({ incident, law }: ChecklistView, id: string): Verdict | null => {
  const entry = law.checklists.related[id];
  if (incident === null || entry === undefined) return null;
  const presence = presenceOfAny(incident, entry.facts);
  if (presence === "present") return entry.where_present;
  return presence === "absent" ? "does_not_apply" : "counsel";
};

const facts = (view: ChecklistView, id: string): Line => {
  const { incident, law, terms, words, common } = view;
  const named = law.checklists.related[id]?.facts ?? [];
  if (incident === null)
    return joined(
      named.map(({ path }) => terms.fact(path)),
      common.list_separator,
    );
  return joined(
    named.map(({ path }) => {
      const value = factAt(incident, path);
      const [said] = isStated(value) ? sayFact(view, path, value) : [];
      const meaning = incident.unstated === "none" ? words.counts_as_none : common.unknown;
      return put(words.fact_stated, { fact: terms.fact(path), value: said ?? line(meaning) });
    }),
    common.clause_separator,
  );
};
