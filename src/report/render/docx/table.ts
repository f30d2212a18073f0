import { Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { Line, Table as TableBlock } from "../../../generated/types.js";
import type { Language } from "../../../words/index.js";
import { textOf } from "../../text/line.js";
import { type Look, TEXT_WIDTH } from "./look.js";
import { runs } from "./runs.js";

// A row of more than this may be taller than a page.
const LONG = 400;

const RULE = { style: "single", size: 4, color: "8A8A8A" } as const;

/** A table as wide as the text, its head repeated on each page. */
export const table = (
  { head, rows, widths }: TableBlock,
  language: Language,
  { table: size }: Look,
): Table => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((TEXT_WIDTH * width) / total));
  const cell = (line: Line, at: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      ...(isHead && { shading: { type: "clear" as const, fill: "F2F2F2" } }),
      children: [
        new Paragraph({
          spacing: { line: Math.round(size * 13), lineRule: "atLeast" },
          children: runs(line, {
            language,
            face: isHead ? "heading" : "text",
            size,
            bold: isHead && language === "en",
          }),
        }),
      ],
    });
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: "fixed",
    borders: {
      top: RULE,
      bottom: RULE,
      left: RULE,
      right: RULE,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((line, at) => cell(line, at, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.every((line) => textOf(line).length < LONG),
            children: row.map((line, at) => cell(line, at, false)),
          }),
      ),
    ],
  });
};
