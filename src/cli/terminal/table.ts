import { width as columnsOf } from "./width.js";
import { wrap } from "./wrap.js";

/** A style is put on after the text is broken and padded, so that it never counts as width. */
export type Style = (text: string) => string;

/** A cell: paragraphs, each with a style of its own. */
export type Cell = readonly { text: string; style?: Style | undefined }[];

const GAP = "  ";

/** Pads text to a width in terminal columns. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnsOf(text)));
}

/** Columns that are side by side, each broken to its width; the last is not padded. */
export function row(cells: readonly Cell[], widths: readonly number[]): string[] {
  const columns = cells.map((cell, index) =>
    cell.flatMap(({ text, style }) =>
      wrap(text, widths[index] ?? 10).map((line) => ({ line, style: style ?? String })),
    ),
  );
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, at) => {
    const parts = columns.map((column, index) => {
      const { line, style } = column[at] ?? { line: "", style: String };
      const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - columnsOf(line)));
      return (line === "" ? "" : style(line)) + padding;
    });
    return parts.join(GAP).trimEnd();
  });
}

/** The widths of columns: each wish is met, and the column marked 0 takes what is left. */
export function share(total: number, wishes: readonly number[]): number[] {
  const fixed = wishes.reduce((sum, wish) => sum + wish, 0) + GAP.length * (wishes.length - 1);
  return wishes.map((wish) => (wish === 0 ? Math.max(10, total - fixed) : wish));
}
