import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** What the first report must hold and what of it is missing; what may follow is only named. */
export function contents(view: View): string[] {
  const { decision, terms, words, width, colours, speech } = view;
  const due = decision.contents.filter((content) => content.required_in_first_report);
  const later = decision.contents.filter(
    (content) => !content.required_in_first_report && content.status !== "complete",
  );
  const cited = cite(view, String(terms.data("contents", "citation")));
  const lines = due.flatMap((content) => {
    const missing = content.fields
      .filter(({ stated }) => !stated)
      .map(({ path }) => terms.fact(path));
    const mark = content.status === "complete" ? "+" : "-";
    const item = fill(words.contents_item, { item: content.item });
    const title = `${item} ${terms.word("contents", String(content.item))}`;
    const status = colours.dim(
      fill(words.contents_status, { status: terms.word("content_statuses", content.status) }),
    );
    return [
      ...paragraph(title, width, { lead: `${mark} `, tail: `${status} ${cited}` }),
      ...(missing.length === 0
        ? []
        : paragraph(fill(words.contents_missing, { fields: speech.list(missing) }), width, {
            indent: 4,
            style: colours.yellow,
          })),
    ];
  });
  const items = later.map(({ item }) => String(item)).join(words.list_separator);
  const source = terms.citedBy("notices", "first_two_items_suffice");
  const tail = source === null ? null : cite(view, source);
  const follow = paragraph(fill(words.contents_later, { items }), width, {
    style: colours.dim,
    tail,
  });
  return later.length === 0 ? lines : [...lines, ...follow];
}
