import type { Block, Line } from "../../generated/types.js";
import { changedDuties, type NewDuty } from "../changes/duties.js";
import { recipientNames } from "../parts/recipients.js";
import { paragraph } from "../parts/opening.js";
import { line, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { dutyName, relay, timing } from "./deadlines.js";
import type { Occasion } from "./occasion.js";

/** What a change of facts newly makes owed, to whom; and what it no longer asks for. */
export const newDutyBlocks = (view: DraftView, { earlier }: Occasion): Block[] => {
  const { words } = view;
  if (!earlier) return [];
  const { owed, eased } = changedDuties(earlier.decision, view.decision);
  return [
    ...listed(
      words.newly_owed,
      owed.filter(({ duty }) => duty.bearer === "operator").map((one) => owedLine(view, one)),
    ),
    ...listed(
      words.newly_relayed,
      owed
        .filter(({ duty }) => duty.bearer !== "operator" && duty.bearer !== "anyone")
        .map(({ duty }) => relay(view, duty)),
    ),
    ...listed(
      words.eased,
      eased.map((duty) => line(view.terms.word("duties", duty.id))),
    ),
  ];
};

const listed = (lead: string, items: Line[]): Block[] =>
  items.length === 0 ? [] : [paragraph(line(lead)), { type: "list", items }];

const owedLine = (view: DraftView, { duty, how, recipients }: NewDuty): Line => {
  const { words, terms } = view;
  return put(words[`owed_${how}`], {
    duty: dutyName(view, duty),
    recipients: recipientNames(view, { recipients: [...recipients] as typeof duty.recipients }),
    timing: timing(view, duty),
    citation: terms.citation(duty.citation),
  });
};
