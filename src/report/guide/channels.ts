import type { Block, Line } from "../../generated/types.js";
import { recipientNames, type Route } from "../parts/recipients.js";
import { paragraph } from "../parts/opening.js";
import { joined, line, put } from "../text/line.js";
import type { DraftView, View } from "../view.js";

const address = (text: string): Line => (text === "" ? [] : [{ text, mark: "address" }]);

/** The official channels, each with where its address was found and when it was compared. */
export const channelTable = ({ law, words, language }: View): Block[] => {
  const { list, sources } = law.channels;
  const used = [...new Set(list.map(({ source }) => source))];
  const found = used.map((id) =>
    put(words.channel_source, {
      source: sources[id]?.[language] ?? id,
      addresses: address((sources[id]?.seen_at ?? []).join(" ")),
    }),
  );
  return [
    {
      type: "table",
      head: [line(words.channel), line(words.channel_address), line(words.channel_checked)],
      rows: list.map((channel) => [
        line(channel[language]),
        address(channel.value),
        line(channel.checked),
      ]),
      widths: [4, 5, 3],
    },
    ...found.map((text) => paragraph(text, "remark")),
  ];
};

/** Where to report: to whom by this incident's route, and the channels that receive all reports. */
export const channelBlocks = (view: DraftView, routesOfReport: readonly Route[]): Block[] => {
  const { words, terms, law, common } = view;
  const routes = routesOfReport.map((duty) =>
    put(duty.applies === "yes" ? words.route_line : words.route_line_possible, {
      duty: terms.word("duties", duty.id),
      recipients: recipientNames(view, duty),
      citation: terms.citation(duty.citation),
    }),
  );
  return [
    ...(routes.length === 0
      ? []
      : [paragraph(put(words.route_lead, { routes: joined(routes, common.clause_separator) }))]),
    paragraph(
      put(words.channels_lead, {
        citation: terms.citation(law.channels.citation),
        quote: law.channels.quote,
      }),
    ),
    ...channelTable(view),
  ];
};
