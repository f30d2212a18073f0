import { fill, wordsOf } from "../../../words/index.js";
import { harmless } from "../../terminal/harmless.js";
import { paragraph } from "../../terminal/paragraph.js";
import { row, share } from "../../terminal/table.js";
import { type Format, originOf, SHOWN } from "./format.js";
import { causesOf, type Report, summary } from "./say.js";

/** For people at a terminal: the changes, then each group of cases side by side. */
export const pretty: Format = (report, { colours, width }) => {
  const { diff, legal, words, failed } = report;
  const { cited } = wordsOf(report.language);
  const heading = (text: string): string => colours.bold(text);
  const lines = [heading(fill(words.changes, { n: legal.length })), ""];
  if (legal.length === 0) lines.push(`  ${words.no_changes}`);
  for (const { where, what, from, to } of legal) {
    lines.push(
      ...paragraph(harmless(what), width, {
        tail: colours.dim(fill(cited, { source: harmless(where) })),
      }),
    );
    lines.push(
      ...paragraph(`${harmless(from)} → ${harmless(to)}`, width, {
        indent: 4,
        style: colours.yellow,
      }),
    );
  }
  if (diff.logicChanged) lines.push(...paragraph(words.logic_changed, width));
  lines.push("", heading(words.impact), "", ...paragraph(summary(report), width));
  for (const group of diff.groups) lines.push("", ...groupLines(report, group, width, colours));
  if (failed.length > 0) lines.push("", colours.red(gate(report)));
  return `${lines.join("\n")}\n`;
};

const groupLines = (
  report: Report,
  { causes, affected }: Report["diff"]["groups"][number],
  width: number,
  colours: Parameters<Format>[1]["colours"],
): string[] => {
  const { words, say } = report;
  const count = fill(words.group_count, { n: affected.length });
  const why = causesOf(report, causes).map(harmless).join("; ");
  const side = Math.floor((width - 4) / 4);
  const widths = share(width - 4, [0, side, side]);
  const lines = paragraph(`${words.cause}${why}`, width, {
    tail: `(${count})`,
    style: colours.bold,
  });
  const titles = [words.field, words.from, words.to];
  lines.push(
    ...row(
      titles.map((text) => [{ text, style: colours.dim }]),
      widths,
    ).map((line) => `    ${line}`),
  );
  for (const { name, origin, differences } of affected.slice(0, SHOWN)) {
    lines.push(
      ...paragraph(harmless(name) + originOf(origin, report), width, { style: colours.cyan }),
    );
    for (const { field, from, to } of differences.map(say)) {
      const cells = [field, from, to].map((text) => [{ text: harmless(text) }]);
      lines.push(...row(cells, widths).map((line) => `    ${line}`));
    }
  }
  if (affected.length > SHOWN) lines.push(`  ${fill(words.more, { n: affected.length - SHOWN })}`);
  return lines;
};

const gate = ({ words, failed }: Report): string =>
  fill(words.gate, {
    aspects: failed.map((one) => words[`aspect_${one}` as "aspect_grade"]).join(", "),
  });
