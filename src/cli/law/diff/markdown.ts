import type { Group } from "../../../law/diff/index.js";
import { fill } from "../../../words/index.js";
import { harmless } from "../../terminal/harmless.js";
import { type Format, SHOWN } from "./format.js";
import { type Pattern, patternsOf } from "./pattern.js";
import { causesOf, gate, type Report, summary } from "./say.js";

// GitHub refuses a comment of more than 65,536 characters; GitLab takes a million.
const LONGEST = 60_000;

/** The comment of a pull request. */
export const markdown: Format = (report) => {
  const { diff, legal, words, failed, all } = report;
  const lines = [`## ${words.title}`, "", `### ${fill(words.changes, { n: legal.length })}`, ""];
  if (legal.length === 0) lines.push(words.no_changes);
  else {
    lines.push(...table([words.where, words.what, words.from, words.to]));
    for (const { where, what, from, to } of legal) lines.push(cells([where, what, from, to]));
  }
  if (diff.logicChanged) lines.push("", words.logic_changed);
  lines.push("", `### ${words.impact}`, "", summary(report).join("\n"));
  let length = lines.join("\n").length;
  for (const [at, group] of diff.groups.entries()) {
    const told = groupLines(report, group);
    length += told.join("\n").length + 2;
    if (length > LONGEST && !all) {
      lines.push("", fill(words.cut, { n: diff.groups.length - at }));
      break;
    }
    lines.push("", ...told);
  }
  if (failed.length > 0) lines.push("", `**${gate(report)}**`);
  return `${lines.join("\n")}\n`;
};

const groupLines = (report: Report, group: Group): string[] => {
  const { words } = report;
  const count = fill(words.group_count, { n: group.affected.length });
  const why = safe(fill(words.cause, { why: causesOf(report, group.causes) }));
  // Closed, a long list does not push the discussion off the page.
  return [
    "<details>",
    `<summary>${why} ${count}</summary>`,
    ...patternsOf(group).flatMap((pattern) => ["", ...patternLines(report, pattern)]),
    "",
    "</details>",
  ];
};

const patternLines = (report: Report, { cases, differences }: Pattern): string[] => {
  const { words, all, say, sayCase } = report;
  const shown = all ? cases : cases.slice(0, SHOWN);
  const more = { n: cases.length - shown.length, hint: words.more_markdown };
  return [
    ...shown.map((one) => `- ${safe(sayCase(one))}`),
    ...(more.n > 0 ? [`- ${fill(words.more, more)}`] : []),
    "",
    ...table([words.field, words.from, words.to]),
    ...differences.map(say).map(({ field, from, to }) => cells([field, from, to])),
  ];
};

const table = (titles: readonly string[]): string[] => [
  cells(titles),
  `|${titles.map(() => " --- |").join("")}`,
];

const cells = (texts: readonly string[]): string => `| ${texts.map(safe).join(" | ")} |`;

// Data are written by others: nothing of them may become a link, a mention, HTML or a new cell.
const safe = (text: string): string =>
  harmless(text)
    .replace(/[&<>]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[one] ?? one)
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replaceAll("@", "&#64;")
    .replaceAll("://", "&#58;//");
