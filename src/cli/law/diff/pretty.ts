import type { Group } from "../../../law/diff/index.js";
import { fill, wordsOf } from "../../../words/index.js";
import { harmless } from "../../terminal/harmless.js";
import { paragraph } from "../../terminal/paragraph.js";
import { row, share } from "../../terminal/table.js";
import { type Format, SHOWN } from "./format.js";
import { type Pattern, patternsOf } from "./pattern.js";
import { causesOf, gate, type Report, summary } from "./say.js";

type Layout = Parameters<Format>[1];

/** For people at a terminal: the changes, then each group of cases side by side. */
export const pretty: Format = (report, layout) => {
  const { diff, legal, words, failed } = report;
  const { colours, width } = layout;
  const { cited } = wordsOf(report.language);
  const lines = [colours.bold(fill(words.changes, { n: legal.length })), ""];
  if (legal.length === 0) lines.push(`  ${words.no_changes}`);
  for (const { where, what, from, to } of legal) {
    const tail = colours.dim(fill(cited, { source: harmless(where) }));
    const change = `${harmless(from)} → ${harmless(to)}`;
    lines.push(
      ...paragraph(harmless(what), width, { tail }),
      ...paragraph(change, width, { indent: 4, style: colours.yellow }),
    );
  }
  if (diff.logicChanged) lines.push("", ...paragraph(words.logic_changed, width));
  lines.push("", colours.bold(words.impact), "");
  lines.push(...summary(report).flatMap((line) => paragraph(line, width)));
  for (const group of diff.groups) lines.push("", ...groupLines(report, group, layout));
  if (failed.length > 0) lines.push("", colours.red(gate(report)));
  return `${lines.join("\n")}\n`;
};

const groupLines = (report: Report, group: Group, layout: Layout): string[] => {
  const { words } = report;
  const { colours, width } = layout;
  const why = fill(words.cause, { why: harmless(causesOf(report, group.causes)) });
  return [
    ...paragraph(why, width, {
      tail: fill(words.group_count, { n: group.affected.length }),
      style: colours.bold,
    }),
    ...patternsOf(group).flatMap((pattern) => ["", ...patternLines(report, pattern, layout)]),
  ];
};

// The cases, then what changes in all of them.
const patternLines = (
  report: Report,
  { cases, differences }: Pattern,
  layout: Layout,
): string[] => {
  const { words, all, say, sayCase } = report;
  const { colours, width } = layout;
  const shown = all ? cases : cases.slice(0, SHOWN);
  const more = { n: cases.length - shown.length, hint: words.more_pretty };
  const side = Math.floor((width - 6) / 4);
  const widths = share(width - 6, [0, side, side]);
  const table = [
    [words.field, words.from, words.to].map((text) => [{ text, style: colours.dim }]),
    ...differences.map((one) => {
      const { field, from, to } = say(one);
      return [field, from, to].map((text) => [{ text: harmless(text) }]);
    }),
  ];
  return [
    ...(cases.length === 1
      ? []
      : paragraph(fill(words.pattern_count, { n: cases.length }), width, { indent: 4 })),
    ...shown.flatMap((one) =>
      paragraph(harmless(sayCase(one)), width, { indent: 4, lead: "- ", style: colours.cyan }),
    ),
    ...(more.n > 0 ? paragraph(fill(words.more, more), width, { indent: 6 }) : []),
    ...table.flatMap((cells) => row(cells, widths).map((line) => `      ${line}`)),
  ];
};
