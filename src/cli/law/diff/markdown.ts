import { fill } from "../../../words/index.js";
import { harmless } from "../../terminal/harmless.js";
import { type Format, originOf, SHOWN } from "./format.js";
import { causesOf, type Report, summary } from "./say.js";

/** The comment of a pull request. */
export const markdown: Format = (report) => {
  const { diff, legal, words, failed } = report;
  const lines = [`## ${words.title}`, "", `### ${fill(words.changes, { n: legal.length })}`, ""];
  if (legal.length === 0) lines.push(words.no_changes);
  else {
    lines.push(...table([words.where, words.what, words.from, words.to]));
    for (const { where, what, from, to } of legal) lines.push(cells([where, what, from, to]));
  }
  if (diff.logicChanged) lines.push("", words.logic_changed);
  lines.push("", `### ${words.impact}`, "", summary(report));
  for (const group of diff.groups) lines.push("", ...groupLines(report, group));
  if (failed.length > 0) {
    const aspects = failed.map((one) => words[`aspect_${one}` as "aspect_grade"]).join(", ");
    lines.push("", `**${fill(words.gate, { aspects })}**`);
  }
  return `${lines.join("\n")}\n`;
};

const groupLines = (
  report: Report,
  { causes, affected }: Report["diff"]["groups"][number],
): string[] => {
  const { words, say } = report;
  const count = fill(words.group_count, { n: affected.length });
  const why = causesOf(report, causes).map(safe).join("; ");
  // Closed, a long list does not push the discussion off the page.
  const lines = ["<details>", `<summary>${safe(words.cause)}${why} (${count})</summary>`, ""];
  lines.push(...table([words.case, words.field, words.from, words.to]));
  for (const { name, origin, differences } of affected.slice(0, SHOWN)) {
    const title = name + originOf(origin, report);
    differences.map(say).forEach(({ field, from, to }, index) => {
      lines.push(cells([index === 0 ? title : "", field, from, to]));
    });
  }
  if (affected.length > SHOWN) lines.push("", fill(words.more, { n: affected.length - SHOWN }));
  return [...lines, "", "</details>"];
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
