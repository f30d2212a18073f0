import { width as columnsOf } from "./width.js";

/*
 * Line breaking as in Chinese and English print: between full-width characters, but not before
 * closing or after opening punctuation, a sign such as ≥ counting as opening; a mark
 * such as ［读法］ stays whole; elsewhere only at spaces. (cli-table3 and wrap-ansi break
 * Chinese by UTF-16 units or not at all.)
 */
const WIDE =
  "[\\u2e80-\\u303f\\u3040-\\ua4cf\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uff60\\uffe0-\\uffe6]";
const CLOSING = "[、。，．；：？！）〕］】〉》」』”’…%％]";
const OPENING = "(?:[（〔［【〈《「『“‘]|\\(?[≥≤→●○] )";
const PIECE = new RegExp(
  `［[^［］]{1,8}］|${OPENING}*(?:(?!${CLOSING})${WIDE}|[^\\s]+?(?=${WIDE}|${OPENING}|\\s|$))${CLOSING}*|\\s+|.`,
  "gsu",
);

/** Cuts a piece that is wider than a line by itself. */
function cut(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const character of piece) {
    if (part !== "" && columnsOf(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return part === "" ? parts : [...parts, part];
}

/** Breaks text into lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const push = (): void => {
    lines.push(line.trimEnd());
    line = "";
  };
  for (const piece of text.match(PIECE) ?? []) {
    if (columnsOf(line + piece.trimEnd()) <= width) {
      if (line !== "" || piece.trim() !== "") line += piece;
      continue;
    }
    if (line.trim() !== "") push();
    const parts = cut(piece.trimStart(), Math.max(width, 2));
    for (const [index, part] of parts.entries()) {
      line = part;
      if (index < parts.length - 1) push();
    }
  }
  if (line.trim() !== "" || lines.length === 0) push();
  return lines;
}
