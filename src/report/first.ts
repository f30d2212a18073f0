import type { Block, Content, Draft, Line } from "../generated/types.js";
import { fill } from "../words/index.js";
import { gapsOfReport } from "./gaps.js";
import { guide } from "./guide/guide.js";
import { closing } from "./parts/closing.js";
import { chineseNumber, sectionNumber } from "./parts/fields.js";
import { itemBlocks, itemHeading } from "./parts/items.js";
import { opening, paragraph, titleOf } from "./parts/opening.js";
import { addressees, addressLine, firstReports } from "./parts/recipients.js";
import { put } from "./text/line.js";
import type { DraftView } from "./view.js";

/** The first report: all eight items of Art. 7(1), of which two must be there (Art. 7(2)). */
export const firstReport = (view: DraftView): Draft => {
  const duties = firstReports(view);
  const title = titleOf(view, "first");
  const articles = [...duties.map(({ citation }) => citation), view.law.contents.citation];
  const missing = gapsOfReport(view);
  const blocks: Block[] = [
    paragraph(addressLine(view, duties), "addressee"),
    opening(view, "first", articles),
    ...allItems(view),
    ...laterItems(view),
    ...closing(view),
  ];
  return {
    kind: "first",
    language: view.language,
    title,
    addressees: addressees(view, duties),
    missing,
    pages: [
      { purpose: "report", title, blocks },
      guide(view, { kind: "first", missing, routes: duties }),
    ],
    source: { request: view.request, decision: view.decision },
  };
};

const allItems = (view: DraftView): Block[] =>
  view.law.contents.items.flatMap((item) => [
    itemHeading(view, item.item, sectionNumber(view, item.item)),
    ...itemBlocks(view, item),
  ]);

/** Where items may follow, the report says so itself (Art. 7(2)). */
const laterItems = (view: DraftView): Block[] => {
  const { words, terms, decision } = view;
  const later = decision.contents.filter(
    ({ required_in_first_report: required, status }) => !required && status !== "complete",
  );
  const now = decision.contents.filter(({ required_in_first_report: required }) => required);
  const notice = decision.notices.find(({ code }) => code === "first_two_items_suffice");
  if (later.length === 0 || notice === undefined) return [];
  return [
    paragraph(
      put(words.later_items, {
        later: itemNames(view, later),
        first: itemNames(view, now),
        citation: terms.citation(terms.citedBy("notices", notice.code) ?? ""),
        missing: [view.missing],
      }),
    ),
  ];
};

const itemNames = ({ words, language, speech }: DraftView, contents: readonly Content[]): Line => {
  const names = contents.map(({ item }) =>
    fill(words.items, { item: language === "zh" ? chineseNumber(item) : item }),
  );
  return put(words.items_of, { items: speech.list(names) });
};
