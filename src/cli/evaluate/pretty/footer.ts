import { fill } from "../../../words/index.js";
import { wrap } from "../../terminal/wrap.js";
import type { View } from "./view.js";

/** By which rules, and how far to trust it. */
export function footer({ decision, terms, words, colours, width }: View): string[] {
  const { rules } = decision;
  const by =
    rules === null
      ? words.footer_none
      : fill(words.footer_rules, { title: terms.title(), id: rules.id, revision: rules.revision });
  return [by, words.footer_disclaimer]
    .flatMap((text) => wrap(text, width))
    .map((line) => colours.dim(line));
}
