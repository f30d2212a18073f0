import type { Block, Decision, Page } from "../../generated/types.js";
import { paragraph } from "../parts/opening.js";
import { line, put } from "../text/line.js";
import type { View } from "../view.js";

/** What a checklist is made from. */
export interface ChecklistView extends View {
  readonly decision: Decision | null;
}

/** One page with a title, and at its end what it is worth. */
export const checklistPage = (
  { common, words, terms, decision }: ChecklistView,
  title: string,
  blocks: readonly Block[],
): Page[] => {
  const rules = decision?.rules ?? null;
  const name = terms.title();
  const made =
    rules === null
      ? line(name)
      : put(common.footer_rules, { title: name, id: rules.id, revision: rules.revision });
  const footer = paragraph(line(made, " ", words.disclaimer), "remark");
  return [{ purpose: "checklist", title, blocks: [...blocks, footer] }];
};

/** An empty box to tick, or a ticked one. */
export const box = (ticked: boolean): string => (ticked ? "☑" : "☐");
