import type { Block, Incident, Line } from "../../generated/types.js";
import type { Earlier } from "../earlier.js";
import { isFreeText, sayFact } from "../facts/say.js";
import { gradeLines, gradeText } from "../grade/grade.js";
import { sectionNumber } from "../parts/fields.js";
import { itemTitle } from "../parts/items.js";
import { paragraph } from "../parts/opening.js";
import { joined, line, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { changedFacts, type FactChange, meansNone } from "./facts.js";
import { gradeMove } from "./grade.js";

/** What changed since what was reported: the grade, then the facts by the items of Art. 7. */
export const changeSections = (view: DraftView, earlier: Earlier): Block[] => {
  const changes = changedFacts(earlier.request.incident, view.incident);
  const sections: { title: Line; blocks: Block[] }[] = [
    { title: line(view.words.section_grade), blocks: gradeSection(view, earlier) },
    ...byItem(view, earlier.request.incident, changes),
  ].filter(({ blocks }) => blocks.length > 0);
  if (sections.length === 0) return [paragraph(put(view.words.nothing_changed))];
  return sections.flatMap(({ title, blocks }, at): Block[] => [
    { type: "heading", level: 1, text: line(sectionNumber(view, at + 1), title) },
    ...blocks,
  ]);
};

const gradeSection = (view: DraftView, { decision }: Earlier): Block[] => {
  const { words, law } = view;
  const move = gradeMove(decision, view.decision, law.grades);
  if (move === "same") return [];
  return [
    changeTable(view, [
      [
        line(words.grade_label),
        line(gradeText(view, decision.grade)),
        line(gradeText(view, view.decision.grade)),
      ],
    ]),
    paragraph(put(words[`grade_${move}`])),
    ...gradeLines(view)
      .slice(1)
      .map((text) => paragraph(text)),
  ];
};

const byItem = (
  view: DraftView,
  before: Incident,
  changes: readonly FactChange[],
): { title: Line; blocks: Block[] }[] => {
  const { words, law } = view;
  const groups = new Map<number | null, FactChange[]>();
  for (const change of changes) {
    const item = itemFor(view, change.path);
    groups.set(item, [...(groups.get(item) ?? []), change]);
  }
  const order: (number | null)[] = [...law.contents.items.map(({ item }) => item), null];
  return order.map((item) => ({
    title: item === null ? line(words.section_other_facts) : line(itemTitle(view, item)),
    blocks: changeBlocks(view, before, groups.get(item) ?? []),
  }));
};

// Facts that the annex grades by belong to the impact that an item asks for.
const itemFor = ({ law }: DraftView, path: string): number | null => {
  const pointer = /^\/(?:impact|judgements)/.test(path) ? "/narrative/impact" : path;
  const found = law.contents.items.find(({ fields, any_of = [], ransom }) => {
    const own = [...fields, ...any_of, ...(ransom?.fields ?? [])];
    return (
      own.includes(pointer) ||
      (pointer.startsWith("/times/") && any_of.length > 0) ||
      (ransom !== undefined && /^\/(?:ransomware$|narrative\/ransom\/)/.test(pointer))
    );
  });
  return found?.item ?? null;
};

/** Figures and choices side by side; texts one below the other. */
const changeBlocks = (
  view: DraftView,
  before: Incident,
  changes: readonly FactChange[],
): Block[] => {
  const { words, terms, incident } = view;
  const isShort = ({ path }: FactChange): boolean => !isFreeText(path);
  const old = ({ path, from }: FactChange): Line[] =>
    said(view, path, from, before.unstated, words.not_reported);
  const now = ({ path, to }: FactChange): Line[] =>
    said(view, path, to, incident.unstated, words.no_longer_stated);
  const rows = changes
    .filter(isShort)
    .map((change) => [
      line(terms.fact(change.path)),
      joined(old(change), " "),
      joined(now(change), " "),
    ]);
  const text = (change: FactChange, state: string, lines: Line[]): Block => ({
    type: "field",
    label: put(words.change_text_label, { fact: terms.fact(change.path), state }),
    path: change.path,
    stated: true,
    lines,
  });
  return [
    ...(rows.length === 0 ? [] : [changeTable(view, rows)]),
    ...changes
      .filter((change) => !isShort(change))
      .flatMap((change) => [
        text(change, words.change_from, old(change)),
        text(change, words.change_to, now(change)),
      ]),
  ];
};

const changeTable = ({ words }: DraftView, rows: Line[][]): Block => ({
  type: "table",
  head: [line(words.change_fact), line(words.change_from), line(words.change_to)],
  rows,
  widths: [2, 3, 3],
});

/** A value before or after; what is not stated says so, and what that means. */
const said = (
  view: DraftView,
  path: string,
  value: unknown,
  unstated: Incident["unstated"],
  otherwise: string,
): Line[] => {
  const lines = sayFact(view, path, value);
  if (lines.length > 0) return lines;
  return [line(unstated === "none" && meansNone(path) ? view.words.counts_as_none : otherwise)];
};
