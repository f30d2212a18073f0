import type { Colours } from "../../terminal/colour.js";
import type { Report } from "./say.js";

/** Writes a report; each format is a file of its own. */
export type Format = (report: Report, layout: { colours: Colours; width: number }) => string;

/** How many cases that change in the same way are named, unless all are asked for. */
export const SHOWN = 10;
