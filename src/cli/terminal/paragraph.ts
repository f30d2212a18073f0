import { stripVTControlCharacters } from "node:util";
import { width as columnsOf } from "./width.js";
import { wrap } from "./wrap.js";

/** How a paragraph stands on the page. */
export interface Setting {
  indent?: number;
  /** A number or a mark before the first line; the others hang below it. */
  lead?: string;
  /** What stands behind the text and is kept in one piece, such as a citation. */
  tail?: string | null;
  style?: (text: string) => string;
}

/** Text with its tail; full-width brackets bring their own space. */
export function behind(text: string, tail: string): string {
  return stripVTControlCharacters(tail).startsWith("（") ? text + tail : `${text} ${tail}`;
}

/** Text broken to a width of terminal columns. */
export function paragraph(text: string, width: number, setting: Setting = {}): string[] {
  const { indent = 2, lead = "", tail = null, style = String } = setting;
  const room = width - indent - columnsOf(lead);
  const lines = wrap(text, room).map(style);
  if (tail !== null) {
    const last = lines.at(-1) ?? "";
    const joined = behind(last, tail);
    if (columnsOf(joined) <= room) lines.splice(-1, 1, joined);
    else lines.push(...wrap(tail, room));
  }
  return lines.map(
    (line, at) => " ".repeat(indent) + (at === 0 ? lead : " ".repeat(columnsOf(lead))) + line,
  );
}
