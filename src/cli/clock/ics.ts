import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import { clockWords } from "../../words/clock.js";
import { createSpeech, createTerms, fill } from "../../words/index.js";
import { instantOf } from "../../words/time.js";
import type { Context } from "../context.js";
import { citation } from "../evaluate/pretty/cite.js";
import { recipients } from "../evaluate/pretty/recipients.js";
import type { Clock } from "./clocks.js";
import type { Shown } from "./pretty.js";

/** An alarm while half of the time is left, one while an eighth is, and one at the end. */
const ALARMS = [1 / 2, 1 / 8, 0];
const DAY = 86_400;

/**
 * The due times as a calendar (RFC 5545) with alarms. Times are UTC, which every calendar shows in its
 * own zone. The ids stay the same from one export to the next, so that importing again moves an entry
 * and doubles none.
 */
export const ics = (context: Context, { clocks, asOf, data }: Shown): string => {
  const calendar = ical({
    name: clockWords(context.language).calendar,
    prodId: { company: "amrnci", product: "clock", language: context.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = dateOf(asOf);
  for (const clock of clocks) {
    const { due } = clock.duty;
    if (due === null) continue;
    const { summary, description } = textOf(context, data, clock);
    const at = dateOf(due);
    calendar.createEvent({
      id: `${encodeURIComponent(clock.incident)}.${clock.duty.id}@amrnci`,
      // A newer export replaces an older one.
      sequence: Math.max(0, Math.floor((instantOf(asOf) ?? 0) / 60)),
      stamp,
      start: at,
      end: at,
      summary,
      description,
      alarms: ALARMS.map((share) => ({
        type: ICalAlarmType.display,
        description: summary,
        triggerBefore: Math.floor(secondsOf(clock) * share),
      })),
    });
  }
  return `${calendar.toString()}\r\n`;
};

const secondsOf = ({ duty }: Clock): number => duty.limit_seconds ?? (duty.limit_days ?? 0) * DAY;

const dateOf = (time: string): Date => new Date((instantOf(time) ?? 0) * 1000);

const textOf = (
  context: Context,
  data: unknown,
  { version, incident, title, province, duty }: Clock,
): { summary: string; description: string } => {
  const { words, language } = context;
  const own = clockWords(language);
  const terms = createTerms(data, version, language);
  const speech = createSpeech(words, terms, language);
  const view = { terms, speech, language, words, subject: { id: incident, title, province } };
  const name = title === "" ? incident : `${title} (${incident})`;
  const event = duty.applies === "possible" ? own.event_possible : own.event;
  return {
    summary: fill(event, { duty: terms.word("duties", duty.id), incident: name }),
    description: [
      fill(own.event_to, { recipients: recipients(view, duty) }),
      fill(own.event_due, { due: speech.beijing(duty.due ?? "") }),
      fill(own.event_source, { source: citation(view, duty.citation) }),
    ].join("\n"),
  };
};
