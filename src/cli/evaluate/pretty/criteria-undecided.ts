import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import type { Criterion, Fact } from "../../decision.js";
import { citeAll } from "./cite.js";
import { itemOf, rankOf } from "./items.js";
import type { View } from "./view.js";

/** Criteria that could still raise the grade, one entry for each item of the annex. */
export function criteriaUndecided(view: View): string[] {
  const { decision, words, colours, width } = view;
  const rank = rankOf(view);
  const floor = rank(decision.grade?.floor ?? "");
  const items = new Map<string, Criterion[]>();
  const undecided = decision.criteria.filter(({ outcome }) => outcome === "undecided");
  const open = undecided
    .filter(({ grade }) => rank(grade) > floor)
    .sort((a, b) => rank(a.grade) - rank(b.grade));
  for (const criterion of open) {
    const item = itemOf(criterion.id);
    items.set(item, [...(items.get(item) ?? []), criterion]);
  }
  const below = undecided.length - open.length;
  return [
    ...[...items].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, found]) => shown(view, found)),
    ...(below === 0
      ? []
      : paragraph(fill(words.criteria_below, { n: below }), width, { style: colours.dim })),
  ];
}

/** An item with one open fact takes one line; with more, a title and a line for each. */
function shown(view: View, criteria: readonly Criterion[]): string[] {
  const { terms, width } = view;
  const tail = citeAll(
    view,
    criteria.map(({ citation }) => citation),
  );
  const [first, ...more] = factLines(view, criteria);
  if (first !== undefined && more.length === 0)
    return paragraph(first, width, { lead: "? ", tail });
  return [
    ...paragraph(terms.criterion(criteria[0]?.id ?? ""), width, { lead: "? ", tail }),
    ...[first ?? "", ...more].flatMap((line) => paragraph(line, width, { indent: 4 })),
  ];
}

/** One line for each fact that is not known: its value, and what each grade needs of it. */
function factLines(view: View, criteria: readonly Criterion[]): string[] {
  const { terms, speech, words } = view;
  const facts = new Map<string, { fact: Fact; needs: Map<string, string[]> }>();
  for (const { grade, facts: shownFacts = [] } of criteria) {
    for (const fact of shownFacts.filter(({ value }) => !isKnown(value))) {
      const entry = facts.get(fact.path) ?? { fact, needs: new Map<string, string[]>() };
      const need = speech.need(fact.path, fact.needs);
      entry.needs.set(need, [...(entry.needs.get(need) ?? []), terms.word("grades", grade)]);
      facts.set(fact.path, entry);
    }
  }
  return [...facts.values()].map(({ fact, needs }) => {
    const thresholds = [...needs].map(([need, grades]) =>
      fill(words.fact_threshold, { grades: grades.join("/"), need }),
    );
    return fill(words.fact_open, {
      fact: terms.fact(fact.path),
      value: speech.value(fact.path, fact.value, fact.needs),
      thresholds: thresholds.join(words.clause_separator),
    });
  });
}

function isKnown(value: unknown): boolean {
  return typeof value !== "object" && value !== "unknown";
}
