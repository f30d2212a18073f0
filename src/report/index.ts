// The room of reports: from a decision and its facts to a document, and from that to Markdown, HTML, JSON
// and Word. Pure: it reads no clock, no file and no network, and runs in browsers. It knows the law by the
// bundle's data only.
export { draftChecklist, type ChecklistOptions } from "./checklists/checklist.js";
export { draftReport, type DraftOptions } from "./draft.js";
export { toHtml } from "./render/html.js";
export { toJson } from "./render/json.js";
export { toMarkdown } from "./render/markdown.js";
export type { Checklist, Draft } from "../generated/types.js";
import type { Checklist, Draft } from "../generated/types.js";

/**
 * A report or checklist as a Word document (.docx). What writes it is loaded when it is first asked for.
 * The same document gives the same bytes.
 */
export const toDocx = async (document: Draft | Checklist): Promise<Uint8Array<ArrayBuffer>> => {
  const { writeDocx } = await import("./render/docx/write.js");
  return writeDocx(document);
};
