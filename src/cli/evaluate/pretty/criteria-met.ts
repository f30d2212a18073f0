import { highestMet } from "../../../report/grade/met.js";
import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import type { Criterion, Fact } from "../../decision.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** Each item of the annex that is met, at the highest grade at which it is. */
export function criteriaMet(view: View): string[] {
  const grades = view.terms.data("grades");
  const met = highestMet(view.decision.criteria, Array.isArray(grades) ? grades : []);
  return met.flatMap((criterion) => shown(view, criterion));
}

function shown(view: View, criterion: Criterion): string[] {
  const { terms, width, colours } = view;
  const grade = colours.bold(terms.word("grades", criterion.grade));
  const title = `${grade}  ${terms.criterion(criterion.id)}`;
  return [
    ...paragraph(title, width, { lead: "+ ", tail: cite(view, criterion.citation) }),
    ...(criterion.facts ?? []).flatMap((fact) =>
      paragraph(factText(view, fact), width, { indent: 4 }),
    ),
  ];
}

/** A fact against what is needed of it; a word that is among those needed says enough by itself. */
function factText({ terms, speech, words }: View, { path, value, needs }: Fact): string {
  const fact = terms.fact(path);
  const stated = speech.value(path, value, needs);
  const template = "one_of" in needs ? words.fact_stated : words.fact_against;
  return fill(template, { fact, value: stated, need: speech.need(path, needs) });
}
