import type { Block, Checklist, Draft, Line, Page, Run, Table } from "../../generated/types.js";
import { STYLE, STYLE_HASH } from "./html-style.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

// What is written from right to left turns round nothing beside it.
const run = ({ text, mark }: Run): string =>
  mark === undefined || mark === "address"
    ? `<bdi>${escaped(text)}</bdi>`
    : `<mark class="${mark}">${escaped(text)}</mark>`;

const inline = (line: Line): string => line.map(run).join("");

const table = ({ head, rows, widths }: Table): string => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths
    .map((width) => `<col width="${Math.round((100 * width) / total)}%">`)
    .join("");
  const cells = (tag: string, line: Line): string => `<${tag}>${inline(line)}</${tag}>`;
  const row = (tag: string, one: readonly Line[]): string =>
    `<tr>${one.map((line) => cells(tag, line)).join("")}</tr>`;
  return [
    `<table><colgroup>${columns}</colgroup>`,
    `<thead>${row("th", head)}</thead>`,
    `<tbody>${rows.map((one) => row("td", one)).join("\n")}</tbody></table>`,
  ].join("\n");
};

const block = (one: Block): string => {
  switch (one.type) {
    case "heading":
      return `<h${one.level + 1}>${inline(one.text)}</h${one.level + 1}>`;
    case "field": {
      const [first = [], ...more] = one.lines;
      const label = one.label.length === 0 ? "" : `<b>${inline(one.label)}</b>`;
      const paragraphs = [label + inline(first), ...more.map(inline)];
      return paragraphs.map((text) => `<p class="text">${text}</p>`).join("\n");
    }
    case "table":
      return table(one);
    case "list":
      return `<ul>${one.items.map((item) => `<li>${inline(item)}</li>`).join("\n")}</ul>`;
    case "paragraph":
      return `<p class="${one.role}">${inline(one.text)}</p>`;
  }
};

const page = ({ purpose, title, blocks }: Page): string =>
  [
    `<section class="${purpose}">`,
    `<h1>${escaped(title)}</h1>`,
    ...blocks.map(block),
    "</section>",
  ].join("\n");

/** A report or checklist as an HTML page by itself: no script, no address, nothing loaded. */
export const toHtml = ({ title, language, pages }: Draft | Checklist): string =>
  `<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${pages.map(page).join("\n")}
</body>
</html>
`;
