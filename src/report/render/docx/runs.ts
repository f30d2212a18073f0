import { type IRunOptions, TextRun } from "docx";
import type { Line, Run } from "../../../generated/types.js";
import type { Language } from "../../../words/index.js";
import { type Face, font } from "./fonts.js";

/** How the runs of a paragraph look where they have no mark of their own. */
export interface RunLook {
  readonly language: Language;
  readonly face: Face;
  /** In half points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Begins on a line of its own. */
  readonly newLine?: boolean;
}

const run = (
  { text, mark }: Run,
  { language, face, size, bold, colour, newLine }: RunLook,
): TextRun => {
  const options: IRunOptions = {
    text,
    size,
    font: font(language, face),
    bold: bold === true || mark === "missing",
    ...(newLine === true && { break: 1 }),
    ...(mark === "missing" && { shading: { type: "clear", fill: "FFF3BF" } }),
    ...(mark === "blank" && { shading: { type: "clear", fill: "E7F5FF" } }),
    ...((mark === "inference" || colour !== undefined) && { color: colour ?? "666666" }),
  };
  return new TextRun(options);
};

/** A line as runs of a paragraph. */
export const runs = (line: Line, look: RunLook): TextRun[] => line.map((one) => run(one, look));
