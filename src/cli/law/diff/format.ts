import type { Colours } from "../../terminal/colour.js";
import type { Report } from "./say.js";

/** Writes a report; each format is a file of its own. */
export type Format = (report: Report, layout: { colours: Colours; width: number }) => string;

/** How many cases of a group are shown in full. */
export const SHOWN = 10;

/** The mark behind the name of a case that only one of the two sets of data brings. */
export const originOf = (origin: string, { words }: Report): string =>
  origin === "new" ? words.case_new : origin === "old" ? words.case_old : "";
