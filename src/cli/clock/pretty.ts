import { clockWords } from "../../words/clock.js";
import { createSpeech, createTerms, fill, type Speech, type Terms } from "../../words/index.js";
import type { Context } from "../context.js";
import { citation } from "../evaluate/pretty/cite.js";
import { limitText } from "../evaluate/pretty/limit-text.js";
import { recipients } from "../evaluate/pretty/recipients.js";
import { isPressing, remaining } from "../evaluate/pretty/remaining.js";
import { type Colours, coloursFor } from "../terminal/colour.js";
import { behind, paragraph } from "../terminal/paragraph.js";
import { terminalWidth } from "../terminal/size.js";
import { type Cell, row, share, type Style } from "../terminal/table.js";
import { wrap } from "../terminal/wrap.js";
import { channelsOf } from "./channels.js";
import { type Clock, type Kind, kindOf, type Of, type Silent } from "./clocks.js";
import type { Read } from "./read.js";
import { localTime } from "./zone.js";

/** What the clocks are shown with. */
export interface Shown extends Read {
  readonly asOf: string;
  readonly zone: string;
  /** The bundle's data, whose terms name everything. */
  readonly data: unknown;
}

interface View extends Shown {
  readonly context: Context;
  readonly speech: Speech;
  readonly colours: Colours;
  readonly width: number;
  readonly beijingToo: boolean;
  termsOf(version: string | null): Terms;
}

const INDENT = "  ";

/** The clocks as a table for people: what runs, what waits for its start, what has no hours. */
export function pretty(context: Context, shown: Shown): string {
  const view = viewOf(context, shown);
  const sections = (["running", "waiting", "untimed"] as const).map((kind) => section(view, kind));
  const parts = [head(view), ...sections, silent(view), channels(view)];
  const said = parts.filter((lines) => lines.length > 0);
  return `${said.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const viewOf = (context: Context, shown: Shown): View => {
  const { words, language, stdout, env } = context;
  const known = new Map<string | null, Terms>();
  const termsOf = (version: string | null): Terms => {
    const terms = known.get(version) ?? createTerms(shown.data, version, language);
    known.set(version, terms);
    return terms;
  };
  return {
    ...shown,
    context,
    speech: createSpeech(words, termsOf(null), language),
    colours: coloursFor(stdout, env),
    width: terminalWidth(stdout),
    // A zone with Beijing's offset would only say everything twice.
    beijingToo: localTime(shown.asOf, shown.zone).endsWith("+08:00"),
    termsOf,
  };
};

/** What time it is, and how much is overdue: the one line that is read from across the room. */
const head = (view: View): string[] => {
  const { context, speech, asOf, zone, colours, clocks, width } = view;
  const words = clockWords(context.language);
  const now = fill(words.now, { time: speech.beijing(asOf) });
  const local = view.beijingToo
    ? ""
    : fill(words.now_local, { time: localTime(asOf, zone).slice(0, 16), zone });
  const overdue = clocks.filter(({ duty }) => duty.state === "overdue").length;
  const [only] = clocks;
  const name = only !== undefined && alone(view) ? wrap(colours.bold(nameOf(only)), width) : [];
  const lines = [...name, ...wrap(now + local, width)];
  if (clocks.length === 0) return [...lines, colours.green(words.none)];
  if (overdue === 0) return lines;
  return [...lines, colours.bold(colours.red(fill(words.overdue, { n: overdue })))];
};

const section = (view: View, kind: Kind): string[] => {
  const { context, colours, width } = view;
  const clocks = view.clocks.filter(({ duty }) => kindOf(duty) === kind);
  if (clocks.length === 0) return [];
  const words = clockWords(context.language);
  const title = words[`section_${kind}`];
  const heading = colours.bold(
    colours.cyan(context.language === "zh" ? `【${title}】` : title.toUpperCase()),
  );
  const timed = kind === "running";
  const dueWidth = view.beijingToo ? 16 : 23;
  const room = width - INDENT.length;
  const widths = share(room, timed ? [16, dueWidth, 0] : [24, 0]);
  const columns = timed ? [words.column_left, words.column_due, words.column_duty] : [];
  const lines = [
    ...(timed ? [columns.map((text): Cell => [{ text, style: colours.dim }])] : []),
    ...clocks.map((clock) => (timed ? running(view, clock) : waiting(view, clock, kind))),
  ];
  return [heading, ...lines.flatMap((line) => row(line, widths)).map((line) => INDENT + line)];
};

const running = (view: View, clock: Clock): Cell[] => {
  const { speech, colours, zone } = view;
  const due = clock.duty.due ?? "";
  return [
    [{ text: remaining(lent(view, clock), clock.duty) ?? "", style: urgency(view, clock) }],
    [
      { text: speech.beijing(due), style: colours.bold },
      ...(view.beijingToo ? [] : [{ text: localTime(due, zone), style: colours.dim }]),
    ],
    what(view, clock),
  ];
};

const waiting = (view: View, clock: Clock, kind: Kind): Cell[] => {
  const { context } = view;
  const { duty } = clock;
  const terms = view.termsOf(clock.version);
  const limit = limitText(lent(view, clock), duty);
  const text =
    kind === "waiting"
      ? fill(clockWords(context.language).waits_for, {
          limit,
          trigger: terms.word("triggers", duty.trigger),
        })
      : limit;
  return [[{ text }], what(view, clock)];
};

const what = (view: View, clock: Clock): Cell => {
  const { context, colours } = view;
  const { duty } = clock;
  const terms = view.termsOf(clock.version);
  const quiet: Style | undefined = duty.applies === "possible" ? colours.dim : undefined;
  const applies = duty.applies === "possible" ? context.words.duty_possible : "";
  const source = fill(context.words.cited, { source: citation(lent(view, clock), duty.citation) });
  return [
    { text: applies + terms.word("duties", duty.id), style: quiet ?? colours.bold },
    { text: behind(`→ ${recipients(lent(view, clock), duty)}`, source), style: quiet },
    ...(alone(view) ? [] : [{ text: nameOf(clock), style: colours.dim }]),
  ];
};

/** One incident is named once, at the top. */
const alone = ({ clocks, silent }: View): boolean =>
  silent.length === 0 && new Set(clocks.map(({ file }) => file)).size === 1;

const nameOf = ({ title, incident }: Of): string =>
  title === "" ? incident : `${title} (${incident})`;

/** Incidents without a clock: why there is none. */
const silent = (view: View): string[] => {
  const { context, colours, width } = view;
  const words = clockWords(context.language);
  return view.silent.flatMap((one) =>
    paragraph(
      fill(words.no_clock, { incident: colours.bold(nameOf(one)), why: whyNone(view, one) }),
      width,
      { indent: 0 },
    ),
  );
};

const whyNone = (view: View, { version, status, reportable }: Silent): string => {
  const terms = view.termsOf(version);
  const outside = !["decided", "undecided"].includes(status);
  if (outside) return terms.word("statuses", status);
  return reportable === "no"
    ? terms.word("reportable", reportable)
    : clockWords(view.context.language).all_done;
};

const urgency = (view: View, clock: Clock): Style => {
  const { colours } = view;
  if (clock.duty.bearer !== "operator") return colours.dim;
  if (clock.duty.state === "overdue") return (text) => colours.bold(colours.red(text));
  return isPressing(lent(view, clock), clock.duty) ? colours.red : colours.yellow;
};

/** A clock as the sections of `evaluate` see a duty. */
const lent = (view: View, { version, incident, title, province }: Clock) => ({
  terms: view.termsOf(version),
  words: view.context.words,
  language: view.context.language,
  speech: view.speech,
  asOf: view.asOf,
  subject: { id: incident, title, province },
});

/** Where reports go at any hour (Art. 9), with the day on which the addresses were checked. */
const channels = (view: View): string[] => {
  const { context, colours, width, speech } = view;
  if (view.clocks.length === 0) return [];
  const words = clockWords(context.language);
  const terms = view.termsOf(view.clocks[0]?.version ?? null);
  const { list, checked, citation: id } = channelsOf(terms, context.language);
  const title = context.language === "zh" ? `【${words.channels}】` : words.channels.toUpperCase();
  const when = checked === null ? "" : fill(words.checked, { date: checked });
  const tail = fill(context.words.cited, {
    source: citation({ terms, words: context.words }, id),
  });
  return [
    colours.bold(colours.cyan(title)),
    ...paragraph(speech.list(list) + when, width, { tail: colours.dim(tail) }),
  ];
};
