import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import type { Comparison } from "../../decision.js";
import { placeOf } from "./changes.js";
import type { View } from "./view.js";

const SHOWN_CHANGES = 4;

/** What would differ where the text is open, or where a commentary says more than the text. */
export function comparison(view: View): string[] {
  const { words, width, colours } = view;
  const differing = view.comparison.filter(({ changes }) => changes.length > 0);
  const same = view.comparison.length - differing.length;
  const template = differing.length === 0 ? words.comparison_all_same : words.comparison_same;
  return [
    ...differing.flatMap((one) => shown(view, one)),
    ...(same === 0 ? [] : paragraph(fill(template, { n: same }), width, { style: colours.dim })),
  ];
}

function shown(
  view: View,
  { id, option, nature, changes, more_cautious: cautious }: Comparison,
): string[] {
  const { terms, words, colours, width } = view;
  const mark = cautious
    ? ` ${colours.yellow(fill(words.contents_status, { status: words.comparison_more_cautious }))}`
    : "";
  const text = fill(words.comparison_line, terms.reading(id, option)) + mark;
  const tail = colours.dim(fill(words.cited, { source: terms.word("natures", nature) }));
  const lines = told(view, changes);
  const more = lines.length - SHOWN_CHANGES;
  return [
    ...paragraph(text, width, { lead: "- ", tail }),
    ...lines.slice(0, SHOWN_CHANGES).flatMap((line) => paragraph(line, width, { indent: 4 })),
    ...(more > 0
      ? paragraph(fill(words.comparison_more, { n: more }), width, {
          indent: 4,
          style: colours.dim,
        })
      : []),
  ];
}

type Changes = Comparison["changes"];

/** Members that every duty has: where one comes from nothing, the duty itself does. */
const ALWAYS_THERE = ["duty_itself", "applies", "bearer", "recipients"];

/** The changes as lines; a duty that comes or goes takes one line. */
function told(view: View, changes: Changes): string[] {
  const coming = dutiesWith(changes, ({ from }) => from === null || from === undefined);
  const going = dutiesWith(changes, ({ to }) => to === null || to === undefined);
  const { terms, words } = view;
  const say = (template: string) => (duty: string) =>
    fill(template, { duty: terms.word("duties", duty) });
  const others = changes.filter(({ path }) => {
    const { duty } = placeOf(path);
    return duty === null || !(coming.has(duty) || going.has(duty));
  });
  return [
    ...others.map((change) => changed(view, change)),
    ...[...coming].map(say(words.change_added)),
    ...[...going].map(say(words.change_dropped)),
  ];
}

function dutiesWith(changes: Changes, isSo: (change: Changes[number]) => boolean): Set<string> {
  const places = changes.filter(isSo).map(({ path }) => placeOf(path));
  return new Set(
    places.flatMap(({ duty, member }) =>
      duty !== null && ALWAYS_THERE.includes(member) ? [duty] : [],
    ),
  );
}

function changed(view: View, { path, from, to }: Changes[number]): string {
  const { terms, words } = view;
  const { duty, member } = placeOf(path);
  const key = `change_${member}`;
  const what = Object.hasOwn(words, key) ? words[key as keyof typeof words] : member;
  return fill(words.change_line, {
    what:
      duty === null ? what : fill(words.change_duty, { duty: terms.word("duties", duty), what }),
    from: said(view, member, from),
    to: said(view, member, to),
  });
}

const GROUPS: Readonly<Record<string, string>> = {
  grade_floor: "grades",
  grade_ceiling: "grades",
  grade_settled: "yes_no",
  reportable: "reportable",
  status: "statuses",
  state: "states",
  applies: "applies",
  bearer: "parties",
  recipients: "parties",
};

/** A changed value as words: a code by its group, a time as Beijing time. */
function said(view: View, member: string, value: unknown): string {
  const { terms, words, speech } = view;
  if (value === null || value === undefined) return words.absent;
  if (Array.isArray(value))
    return speech.list(value.map((one: unknown) => said(view, member, one)));
  if (typeof value === "object") return words.present;
  if (typeof value !== "string" && typeof value !== "boolean") return JSON.stringify(value);
  const text = String(value);
  if (speech.instantOf(text) !== null) return speech.beijing(text);
  const group = GROUPS[member];
  return group === undefined ? text : terms.word(group, text);
}
