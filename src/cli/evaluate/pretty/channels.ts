import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** Where reports are received (Art. 9), as the law's data lists it. */
export function channels(view: View): string[] {
  const { terms, speech, width, language } = view;
  const list = terms.data("channels", "list");
  if (!Array.isArray(list)) return [];
  const said = list.map(
    (channel: Record<string, unknown>) => `${String(channel[language])} ${String(channel.value)}`,
  );
  return paragraph(speech.list(said), width, {
    tail: cite(view, String(terms.data("channels", "citation"))),
  });
}
