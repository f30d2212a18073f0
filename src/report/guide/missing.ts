import type { Block, Gap, Line } from "../../generated/types.js";
import { line, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import type { Occasion } from "./occasion.js";

/** What is still to be supplemented: first what this report must hold, then what may follow. */
export const gapBlocks = (view: DraftView, { kind, missing: gaps }: Occasion): Block[] => {
  const { words } = view;
  const now = gaps.filter(({ required_now: required }) => required);
  const later = gaps.filter(({ required_now: required }) => !required);
  return [
    ...group(view, kind === "supplement" ? words.missing_before : words.missing_now, now),
    ...group(view, words.missing_later, later),
  ];
};

const group = (view: DraftView, lead: string, gaps: readonly Gap[]): Block[] =>
  gaps.length === 0
    ? []
    : [
        { type: "paragraph", role: "text", text: line(lead) },
        { type: "list", items: gaps.map((gap) => named(view, gap)) },
      ];

const named = (view: DraftView, gap: Gap): Line =>
  gap.item === undefined
    ? line(gapName(view, gap))
    : put(view.words.missing_item, { fact: gapName(view, gap), item: gap.item });

/** What is missing, by its name; what is asked rather than reported, as a question. */
export const gapName = ({ words, terms, law, language }: DraftView, { path }: Gap): string => {
  const element = law.contents.summary.elements.find(({ field }) => field === path);
  if (element) return language === "zh" ? element.quote : element.en;
  return path === "/ransomware" ? words.ransomware_question : terms.fact(path);
};
