import { behind, paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** Duties of other laws, each by its trigger: pointed at, not decided. */
export function related(view: View): string[] {
  const { decision, terms, words, width } = view;
  const said = decision.related.map(({ trigger, citation }) =>
    behind(terms.word("related_triggers", trigger), cite(view, citation)),
  );
  return said.length === 0 ? [] : paragraph(said.join(words.clause_separator), width);
}
