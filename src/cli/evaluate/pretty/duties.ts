import { fill } from "../../../words/index.js";
import { row, share, type Cell, type Style } from "../../terminal/table.js";
import type { Duty } from "../../decision.js";
import { turnsOnReading } from "./changes.js";
import { citation } from "./cite.js";
import { limitText } from "./limit-text.js";
import { recipients } from "./recipients.js";
import { isPressing, remaining } from "./remaining.js";
import type { View } from "./view.js";

const INDENT = "  ";
const ROOMY = 100;

/** All duties as a table: the operator's with the earliest due time first, then the others'. */
export function duties(view: View): string[] {
  const { words, decision, colours, width, language } = view;
  const zh = language === "zh";
  const roomy = width >= ROOMY;
  const widths = share(width - INDENT.length, [
    0,
    10,
    roomy ? 16 : 10,
    roomy ? 21 : 15,
    zh ? 12 : 9,
  ]);
  const head = [
    words.duties_column_duty,
    words.duties_column_limit,
    words.duties_column_due,
    words.duties_column_state,
    words.duties_column_citation,
  ].map((text): Cell => [{ text, style: colours.dim }]);
  const ruled = widths.map((one): Cell => [{ text: "─".repeat(one), style: colours.dim }]);
  const ordered = [...decision.duties].sort(inOrder);
  const own = ordered.filter(({ bearer }) => bearer === "operator");
  const others = ordered.filter(({ bearer }) => bearer !== "operator");
  const shown = [
    head,
    ruled,
    ...own.map((duty) => cells(view, duty)),
    ruled,
    ...others.map((duty) => cells(view, duty)),
  ];
  return shown.flatMap((line) => row(line, widths)).map((line) => INDENT + line);
}

/** Who must act first: the operator, sure duties, what is not done yet, the earliest due time. */
function inOrder(a: Duty, b: Duty): number {
  const rank = (duty: Duty): string =>
    [
      duty.bearer === "operator" ? 0 : 1,
      duty.state === "met" || duty.state === "late" ? 1 : 0,
      duty.due === null ? 1 : 0,
      duty.due ?? "",
      duty.applies === "yes" ? 0 : 1,
      duty.limit_seconds === null ? 1 : 0,
      String(duty.limit_seconds ?? 0).padStart(9, "0"),
      duty.state === null ? 1 : 0,
      duty.id,
    ].join("|");
  return rank(a) < rank(b) ? -1 : 1;
}

function cells(view: View, duty: Duty): Cell[] {
  const { speech, colours } = view;
  const quiet: Style | undefined = duty.applies === "possible" ? colours.dim : undefined;
  return [
    what(view, duty),
    [{ text: limitText(view, duty), style: quiet }],
    [{ text: duty.due === null ? "" : speech.beijing(duty.due), style: quiet ?? colours.bold }],
    state(view, duty),
    [{ text: citation(view, duty.citation), style: colours.dim }],
  ];
}

/** The duty's title, its recipients, and its bearer where a reading moves it from the law's own. */
function what(view: View, duty: Duty): Cell {
  const { terms, words, colours, comparison } = view;
  const applies = duty.applies === "possible" ? words.duty_possible : "";
  const mark = turnsOnReading(comparison, duty.id) ? words.mark_reading : "";
  const quiet: Style | undefined = duty.applies === "possible" ? colours.dim : undefined;
  const law = terms.data("duties", duty.id, "bearer");
  const bearer = terms.word("parties", duty.bearer);
  return [
    { text: `${applies}${terms.word("duties", duty.id)}${mark}`, style: quiet ?? colours.bold },
    {
      text: `→ ${sameAsFirst(view, duty) ? words.duties_same_recipients : recipients(view, duty)}`,
      style: quiet,
    },
    ...(law === undefined || law === duty.bearer
      ? []
      : [
          { text: fill(words.duty_bearer, { bearer }) + words.mark_reading, style: colours.yellow },
        ]),
  ];
}

/** Whether a later report goes exactly where the first reports go, so that it need not be said again. */
function sameAsFirst({ decision }: View, duty: Duty): boolean {
  if (duty.action === "first_report") return false;
  const first = decision.duties.filter(({ action }) => action === "first_report");
  const all = [...new Set(first.flatMap((one) => one.recipients))].sort();
  return all.length > 0 && all.join() === [...duty.recipients].sort().join();
}

function state(view: View, duty: Duty): Cell {
  const { terms, colours } = view;
  if (duty.state === null) return [];
  const word = terms.word("states", duty.state);
  const left = remaining(view, duty);
  // Whether others did their duty is rarely known to the operator: said, but not loudly.
  if (duty.bearer !== "operator") return [{ text: left ?? word, style: colours.dim }];
  if (duty.state === "met") return [{ text: word, style: colours.green }];
  if (duty.state === "late") return [{ text: word, style: colours.red }];
  if (duty.state === "overdue") {
    return [{ text: left ?? word, style: (text) => colours.bold(colours.red(text)) }];
  }
  if (duty.state === "pending" && left !== null) {
    return [{ text: left, style: isPressing(view, duty) ? colours.red : colours.yellow }];
  }
  return [{ text: word, style: colours.dim }];
}
