import type { Checklist, Draft } from "../../generated/types.js";

/** A report or checklist as JSON text (schemas/report.schema.json, schemas/checklist.schema.json). */
export const toJson = (document: Draft | Checklist): string =>
  `${JSON.stringify(document, null, 2)}\n`;
