import { mergedNotices } from "../../../words/notices.js";
import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** What a reader must know beside the answer; notices that differ by their fact only are told once. */
export function notices(view: View): string[] {
  const { terms, width } = view;
  return mergedNotices(view.decision.notices).flatMap(({ code, params }) => {
    const source = terms.citedBy("notices", code);
    const tail = source === null ? null : cite(view, source);
    return paragraph(terms.notice(code, params), width, { lead: "! ", tail });
  });
}
