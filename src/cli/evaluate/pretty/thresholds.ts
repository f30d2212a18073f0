import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** How far each known quantity is from the next grade. */
export function thresholds(view: View): string[] {
  const { decision, terms, speech, words, width } = view;
  // What did not happen at all is no distance to speak of.
  const begun = decision.next_threshold.filter(({ value }) => value > 0);
  return begun.flatMap((next) => {
    const text = fill(words.threshold_line, {
      fact: terms.fact(next.path),
      value: speech.quantity(next.value, next.unit),
      grade: terms.word("grades", next.grade),
      at_least: speech.need(next.path, next),
      missing: speech.quantity(next.missing, next.unit),
    });
    return paragraph(text, width, { lead: "- ", tail: cite(view, next.criterion) });
  });
}
