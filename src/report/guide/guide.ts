import type { Block, Line, Page } from "../../generated/types.js";
import { sectionNumber } from "../parts/fields.js";
import { paragraph } from "../parts/opening.js";
import { line, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { channelBlocks } from "./channels.js";
import { deadlineBlocks } from "./deadlines.js";
import { inferenceLines } from "./inference.js";
import { gapBlocks } from "./missing.js";
import { newDutyBlocks } from "./new-duties.js";
import type { Occasion } from "./occasion.js";
import { remarks } from "./remarks.js";

/** The pages for the one who files the report: to whom, by when, where, and what to look at first. */
export const guide = (view: DraftView, occasion: Occasion): Page => {
  const { words } = view;
  const sections: [title: string, blocks: Block[]][] = [
    [words.guide_check, list(remarks(view, occasion))],
    [words.guide_new_duties, newDutyBlocks(view, occasion)],
    [words.guide_deadlines, deadlineBlocks(view)],
    [words.guide_channels, channelBlocks(view, occasion.routes)],
    [words.guide_missing, gapBlocks(view, occasion)],
    [words.guide_inference, list(inferenceLines(view, occasion))],
  ];
  const shown = sections.filter(([, blocks]) => blocks.length > 0);
  return {
    purpose: "guide",
    title: words.guide_title,
    blocks: [
      paragraph(put(words.guide_lead), "remark"),
      ...shown.flatMap(([title, blocks], at): Block[] => [
        { type: "heading", level: 1, text: line(sectionNumber(view, at + 1), title) },
        ...blocks,
      ]),
      paragraph(footer(view), "remark"),
    ],
  };
};

const list = (items: Line[]): Block[] => (items.length === 0 ? [] : [{ type: "list", items }]);

const footer = ({ common, words, terms, decision: { rules } }: DraftView): Line =>
  line(
    put(common.footer_rules, { title: terms.title(), id: rules.id, revision: rules.revision }),
    " ",
    words.disclaimer,
  );
