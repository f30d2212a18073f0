import type { Block, Checklist, Draft, Line, Page, Run, Table } from "../../generated/types.js";

/*
 * CommonMark with tables (GFM). Whatever a text holds, it is text: no markup, no HTML, no address that
 * a reader turns into a link by itself.
 */
const INLINE = /[\\`*_~|$]|\](?=[([])/g;
// A sign that would begin a heading, a list, a quotation or a definition at the start of a line.
const START = /^[#+>=[-]/;

const withoutHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const escaped = (text: string): string =>
  withoutHtml(text)
    .replace(INLINE, (sign) => `\\${sign}`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/(?<=www)\./gi, "&#46;")
    .replaceAll("@", "&#64;");

const opened = (text: string): string => text.replace(START, (sign) => `\\${sign}`);

const run = ({ text, mark }: Run): string => {
  if (mark === "address") return withoutHtml(text);
  return mark === "missing" || mark === "blank" ? `**${withoutHtml(text)}**` : escaped(text);
};

const inline = (line: Line): string => line.map(run).join("");
const paragraph = (line: Line): string => opened(inline(line));

const table = ({ head, rows }: Table): string => {
  const row = (cells: readonly Line[]): string => `| ${cells.map(inline).join(" | ")} |`;
  return [row(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(row)].join("\n");
};

const block = (one: Block): string => {
  switch (one.type) {
    case "heading":
      return `${"#".repeat(one.level + 1)} ${paragraph(one.text)}`;
    case "field": {
      const [first = [], ...more] = one.lines;
      const label = one.label.length === 0 ? "" : `**${inline(one.label).trimEnd()}** `;
      const lead = label === "" ? paragraph(first) : `${label}${inline(first)}`;
      return [lead, ...more.map(paragraph)].join("\n\n");
    }
    case "table":
      return table(one);
    case "list":
      return one.items.map((item) => `- ${paragraph(item)}`).join("\n");
    case "paragraph":
      return one.role === "quote" || one.role === "remark"
        ? `> ${paragraph(one.text)}`
        : paragraph(one.text);
  }
};

const page = ({ title, blocks }: Page): string =>
  [`# ${paragraph([{ text: title }])}`, ...blocks.map(block)].join("\n\n");

/** A report or checklist as Markdown. */
export const toMarkdown = ({ pages }: Draft | Checklist): string =>
  `${pages.map(page).join("\n\n---\n\n")}\n`;
