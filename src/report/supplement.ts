import type { Block, Draft, Gap } from "../generated/types.js";
import { changeSections } from "./changes/sections.js";
import type { Earlier } from "./earlier.js";
import { gapsOfReport } from "./gaps.js";
import { guide } from "./guide/guide.js";
import { gapName } from "./guide/missing.js";
import { closing } from "./parts/closing.js";
import { sectionNumber } from "./parts/fields.js";
import { itemBlocks, itemHeading } from "./parts/items.js";
import { opening, paragraph, titleOf } from "./parts/opening.js";
import { addressees, addressLine, routesOpen } from "./parts/recipients.js";
import { itemsSent, sentFirstReports } from "./reports-sent.js";
import { joined, put } from "./text/line.js";
import { moment } from "./text/times.js";
import type { DraftView } from "./view.js";

/**
 * A supplement: against what was reported before, what changed; without that, the items that no report
 * is recorded to have held (Art. 7(2), 7(3)).
 */
export const supplement = (view: DraftView, earlier: Earlier | null): Draft => {
  const duties = routesOpen(view);
  const title = titleOf(view, "supplement");
  const missing = gapsOfReport(view);
  const articles = ["operator.supplement.items", "operator.supplement.developments"].flatMap(
    (id) => view.law.duties[id]?.citation ?? [],
  );
  const blocks: Block[] = [
    paragraph(addressLine(view, duties), "addressee"),
    opening(view, "supplement", articles),
    reportedBefore(view),
    ...(earlier === null
      ? itemsNotSent(view)
      : [...changeSections(view, earlier), ...stillMissing(view, missing)]),
    ...closing(view),
  ];
  return {
    kind: "supplement",
    language: view.language,
    title,
    addressees: addressees(view, duties),
    missing,
    pages: [
      { purpose: "report", title, blocks },
      guide(view, { kind: "supplement", missing, routes: duties, earlier }),
    ],
    source: { request: view.request, decision: view.decision },
    ...(earlier !== null && { earlier: { request: earlier.request, decision: earlier.decision } }),
  };
};

/** When the first report was sent; where none is recorded, the report says so plainly. */
const reportedBefore = (view: DraftView): Block => {
  const { words, common, terms, incident, missing } = view;
  const sent = sentFirstReports(incident);
  if (sent.length === 0) return paragraph(put(words.no_first_report, { missing: [missing] }));
  const reports = sent.map(({ duty, sent_at: time }) =>
    put(words.first_report_sent, {
      duty: terms.word("duties", duty),
      time: time === undefined ? [missing] : moment(view, time),
    }),
  );
  return paragraph(
    put(words.first_reports_sent, { reports: joined(reports, common.clause_separator) }),
  );
};

const itemsNotSent = (view: DraftView): Block[] => {
  const { words, law, incident } = view;
  const sent = itemsSent(incident);
  const items = law.contents.items.filter(({ item }) => !sent.has(item));
  if (items.length === 0) return [paragraph(put(words.all_items_sent))];
  return [
    paragraph(put(sent.size === 0 ? words.items_not_recorded : words.items_not_sent)),
    ...items.flatMap((item, at) => [
      itemHeading(view, item.item, sectionNumber(view, at + 1)),
      ...itemBlocks(view, item),
    ]),
  ];
};

/** What a later supplement must still bring. */
const stillMissing = (view: DraftView, gaps: readonly Gap[]): Block[] => {
  const { words, missing } = view;
  if (gaps.length === 0) return [];
  return [
    paragraph(put(words.still_missing)),
    {
      type: "list",
      items: gaps.map((gap) =>
        put(words.fact_missing, { fact: gapName(view, gap), missing: [missing] }),
      ),
    },
  ];
};
