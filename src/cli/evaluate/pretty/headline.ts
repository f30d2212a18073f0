import { width as columnsOf } from "../../terminal/width.js";
import { fill } from "../../../words/index.js";
import { pad, type Style } from "../../terminal/table.js";
import { behind, paragraph } from "../../terminal/paragraph.js";
import { wrap } from "../../terminal/wrap.js";
import type { Duty } from "../../decision.js";
import { gradeTurnsOnReading } from "./changes.js";
import { cite } from "./cite.js";
import { recipients } from "./recipients.js";
import { isPressing, remaining } from "./remaining.js";
import type { View } from "./view.js";

const OUTSIDE = ["excluded", "out_of_scope", "not_in_force"];

interface Line {
  label: string;
  text: string;
}

/** The first lines: what, how grave, whether to report, by when. */
export function headline(view: View): string[] {
  const { colours, subject, words, decision, terms } = view;
  const title = subject.title === "" ? subject.id : `${subject.title}  ${colours.dim(subject.id)}`;
  const lines: Line[] = [];
  if (OUTSIDE.includes(decision.status)) {
    const status = colours.bold(colours.yellow(terms.word("statuses", decision.status)));
    lines.push({ label: words.head_status, text: status });
    lines.push({ label: "", text: cited(view, "status_notes", decision.status) });
  }
  if (decision.grade !== null) lines.push(...gradeLines(view));
  if (decision.reportable !== null) {
    lines.push({ label: words.head_report, text: cited(view, "reportable", decision.reportable) });
  }
  if (decision.duties.length > 0) lines.push(...nextDue(view));
  return [
    ...wrap(colours.bold(title), view.width),
    "",
    ...labelled(view, lines),
    ...asOfLine(view),
  ];
}

/** Lines behind labels of one width; an empty label goes on below the last one. */
function labelled({ width, colours }: View, lines: readonly Line[]): string[] {
  const labelWidth = Math.max(...lines.map(({ label }) => columnsOf(label))) + 2;
  return lines.flatMap(({ label, text }) =>
    wrap(text, width - labelWidth - 2).map(
      (line, at) => `  ${colours.bold(pad(at === 0 ? label : "", labelWidth))}${line}`,
    ),
  );
}

/** A term with the citation that it names itself. */
function cited(view: View, group: string, code: string): string {
  const source = view.terms.citedBy(group, code);
  const word = view.terms.word(group, code);
  return source === null ? word : behind(word, cite(view, source));
}

/** The grade; where it is open, between which grades, with all of them on a scale. */
function gradeLines(view: View): Line[] {
  const { decision, terms, words, comparison, colours } = view;
  const { floor = "", ceiling = "", settled = true } = decision.grade ?? {};
  const names = { floor: terms.word("grades", floor), ceiling: terms.word("grades", ceiling) };
  const text = fill(settled ? words.grade_settled : words.grade_open, names);
  const mark = gradeTurnsOnReading(comparison) ? words.mark_reading : "";
  const line = { label: words.head_grade, text: badge(view, ceiling)(text) + mark };
  if (settled) return [line];
  return [
    line,
    { label: "", text: `${scale(view, floor, ceiling)}   ${colours.dim(words.grade_legend)}` },
  ];
}

/** All grades in the law's order: up to the floor proven, up to the ceiling possible. */
function scale(view: View, floor: string, ceiling: string): string {
  const { terms, colours } = view;
  const grades = terms.data("grades");
  const order: unknown[] = Array.isArray(grades) ? grades : [];
  const [low, high] = [order.indexOf(floor), order.indexOf(ceiling)];
  const steps = order.map((grade, at) => {
    const word = terms.word("grades", String(grade));
    if (at === low) return colours.bold(`● ${word}`);
    return at > low && at <= high ? `○ ${word}` : colours.dim(`  ${word}`).trimEnd();
  });
  return steps.join("  ");
}

/** The graver the grade may be, the louder its colour; the lowest two stay calm. */
function badge({ colours, terms }: View, grade: string): Style {
  const grades = terms.data("grades");
  const fromTop = Array.isArray(grades) ? grades.length - 1 - grades.indexOf(grade) : 0;
  const loud: Style[] = [colours.red, colours.magenta, colours.yellow];
  const colour = loud[fromTop] ?? colours.green;
  return (text) => colours.bold(colour(text));
}

function byDue(a: Duty, b: Duty): number {
  return (a.due ?? "") < (b.due ?? "") ? -1 : 1;
}

const SHOWN_DUE = 3;

/** The operator's next due times, or why there are none. */
function nextDue(view: View): Line[] {
  const { decision, words, speech, colours } = view;
  const own = decision.duties.filter(({ bearer }) => bearer === "operator");
  const open = own.filter(
    ({ due, state }) => due !== null && (state === "pending" || state === "overdue"),
  );
  if (open.length > 0) {
    const texts = open
      .sort(byDue)
      .slice(0, SHOWN_DUE)
      .flatMap((duty) => dueLines(view, duty));
    return texts.map((text, at) => ({ label: at === 0 ? words.head_next : "", text }));
  }
  const waiting = own
    .filter(
      ({ action, from, state }) =>
        action === "first_report" && from === null && state === "pending",
    )
    .map(({ limit_seconds: seconds }) => seconds ?? Infinity);
  const shortest = Math.min(...waiting);
  const text = Number.isFinite(shortest)
    ? colours.yellow(fill(words.next_unknown_start, { limit: speech.limit(shortest) }))
    : words.next_none;
  return [{ label: words.head_next, text }];
}

function dueLines(view: View, duty: Duty): string[] {
  const { words, speech, terms, colours } = view;
  const left = remaining(view, duty);
  const loud: Style =
    duty.state === "overdue" || isPressing(view, duty) ? colours.red : colours.yellow;
  const due = colours.bold(fill(words.next_due, { due: speech.beijing(duty.due ?? "") }));
  const applies = duty.applies === "possible" ? words.duty_possible : "";
  const what = `${applies}${terms.word("duties", duty.id)} → ${recipients(view, duty)}`;
  return [
    left === null ? due : `${due}  ${colours.bold(loud(left))}`,
    behind(what, cite(view, duty.citation)),
  ];
}

function asOfLine(view: View): string[] {
  const { asOf, words, speech, colours, width, decision } = view;
  if (asOf === null && decision.duties.length === 0) return [];
  const text = asOf === null ? words.as_of_none : fill(words.as_of, { time: speech.beijing(asOf) });
  return ["", ...paragraph(text, width, { style: colours.dim })];
}
