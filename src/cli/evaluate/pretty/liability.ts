import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** Facts of Art. 10 and 11 that stand or are surely missing; unknown ones say nothing. */
export function liability(view: View): string[] {
  const { decision, words } = view;
  if (decision.liability === null) return [];
  return [
    ...line(
      view,
      words.liability_aggravating,
      decision.liability.aggravating.filter(({ status }) => status === "stands"),
    ),
    ...line(
      view,
      words.liability_mitigating,
      decision.liability.mitigating.filter(({ status }) => status !== "unknown"),
    ),
  ];
}

type Facts = NonNullable<View["decision"]["liability"]>["aggravating"];

function line(view: View, template: string, facts: Facts): string[] {
  const { terms, words, speech, width } = view;
  const [first] = facts;
  if (first === undefined) return [];
  const said = facts.map(({ id, status }) =>
    fill(words.liability_fact, {
      fact: terms.word("liability", id),
      status: terms.word("liability_statuses", status),
    }),
  );
  return paragraph(fill(template, { facts: speech.list(said) }), width, {
    tail: cite(view, first.citation),
  });
}
