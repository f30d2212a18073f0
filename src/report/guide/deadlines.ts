import type { Block, Duty, Line } from "../../generated/types.js";
import { fill } from "../../words/index.js";
import { firstReports, recipientNames } from "../parts/recipients.js";
import { line, put } from "../text/line.js";
import { moment } from "../text/times.js";
import type { DraftView, View } from "../view.js";

/** A duty's limit: hours, days, or the text's own word. */
export const limitText = ({ speech, common, terms }: View, duty: Duty): string => {
  if (duty.limit_seconds !== null) return speech.limit(duty.limit_seconds);
  if (duty.limit_days !== null) return fill(common.limit_days, { n: duty.limit_days });
  return duty.manner === null ? "" : terms.word("manners", duty.manner);
};

/** A duty's name, with a mark where it merely may apply. */
export const dutyName = ({ terms, words }: View, duty: Duty): Line =>
  duty.applies === "yes"
    ? line(terms.word("duties", duty.id))
    : put(words.duty_possible, { duty: terms.word("duties", duty.id) });

/** What the operator owes with a clock or a state, and what follows at the authorities. */
export const deadlineBlocks = (view: DraftView): Block[] => {
  const { words, decision } = view;
  const clocked = decision.duties.filter(({ state }) => state !== null);
  const own = clocked.filter(({ bearer }) => bearer === "operator").sort(byDue);
  const others = clocked.filter(({ bearer }) => bearer !== "operator");
  if (own.length === 0) return [{ type: "list", items: [put(words.no_duty)] }];
  return [
    {
      type: "table",
      head: [words.duty, words.recipient, words.limit, words.due, words.state, words.source].map(
        (text) => line(text),
      ),
      rows: own.map((duty) => row(view, duty)),
      widths: [6, 6, 4, 6, 4, 4],
    },
    ...(others.length === 0
      ? []
      : [
          {
            type: "paragraph",
            role: "text",
            text: put(words.authorities_lead),
          } as const,
          { type: "list", items: others.map((duty) => relay(view, duty)) } as const,
        ]),
  ];
};

const byDue = (a: Duty, b: Duty): number => {
  const rank = ({ due, applies, id }: Duty): string =>
    [due === null ? 1 : 0, due ?? "", applies === "yes" ? 0 : 1, id].join("|");
  return rank(a) < rank(b) ? -1 : 1;
};

const row = (view: DraftView, duty: Duty): Line[] => [
  dutyName(view, duty),
  sameAsFirst(view, duty) ? line(view.common.duties_same_recipients) : recipientNames(view, duty),
  line(limitText(view, duty)),
  line(dueText(view, duty)),
  line(view.terms.word("states", duty.state ?? "")),
  line(view.terms.citation(duty.citation)),
];

/** Whether a later report goes exactly where the first reports go, so that it need not be said again. */
const sameAsFirst = (view: DraftView, duty: Duty): boolean => {
  if (duty.action === "first_report") return false;
  const all = [...new Set(firstReports(view).flatMap(({ recipients }) => recipients))].sort();
  return all.length > 1 && all.join() === [...duty.recipients].sort().join();
};

const isNumber = ({ limit_seconds: seconds, limit_days: days }: Duty): boolean =>
  seconds !== null || days !== null;

/** Until when; where its start is not known, what it runs from; where the text gives no number, nothing. */
export const dueText = (view: View, duty: Duty): string => {
  const { words, terms } = view;
  if (duty.due !== null) return view.speech.beijing(duty.due);
  return isNumber(duty)
    ? fill(words.runs_from, { trigger: terms.word("triggers", duty.trigger) })
    : words.no_due;
};

/** A duty's limit and its end as a part of a sentence. */
export const timing = (view: View, duty: Duty): string => {
  const { words, terms } = view;
  const limit = limitText(view, duty);
  if (!isNumber(duty)) return limit;
  return duty.due === null
    ? fill(words.timing_from, { limit, trigger: terms.word("triggers", duty.trigger) })
    : fill(words.timing_due, { limit, due: moment(view, duty.due) });
};

/** What an authority owes after it has received the report, as a sentence. */
export const relay = (view: DraftView, duty: Duty): Line => {
  const { words, terms } = view;
  const limit = limitText(view, duty);
  return put(words.relay_line, {
    duty: dutyName(view, duty),
    bearer: terms.word("parties", duty.bearer),
    recipients: recipientNames(view, duty),
    limit: isNumber(duty) ? fill(words.relay_limit, { limit }) : limit,
    citation: terms.citation(duty.citation),
  });
};
