import type { Block } from "../../generated/types.js";
import { line, put } from "../text/line.js";
import { day } from "../text/times.js";
import type { DraftView } from "../view.js";
import { paragraph, unitName } from "./opening.js";

/** The end of a report: the formula, the unit, the date, and whom to ask. */
export const closing = (view: DraftView): Block[] => {
  const { words, asOf, blank } = view;
  const date = asOf === null ? [blank] : line(day(view, asOf));
  return [
    paragraph(put(words.closing), "closing"),
    paragraph(put(words.signature_unit, { unit: unitName(view) }), "signature"),
    paragraph(put(words.signature_date, { date }), "signature"),
    paragraph(put(words.contact, { blank: [blank] }), "contact"),
  ];
};
