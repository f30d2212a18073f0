import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ics } from "../../../src/cli/clock/ics.js";
import { json } from "../../../src/cli/clock/json.js";
import { pretty, type Shown } from "../../../src/cli/clock/pretty.js";
import { readClocks } from "../../../src/cli/clock/read.js";
import { coded, contextIn, hiddenIn } from "../command-line.js";
import { type Door, nonsenseIn } from "../door.js";
import { temporaryFolder } from "../folder.js";
import type { Product } from "../product.js";
import { entriesOf } from "../requests.js";

const NOW = "2026-01-01T00:00:00+08:00";
const MOST_FILES = 5;

/** One incident or a list of them, as `clock` shows them: for people, as JSON and as a calendar. */
export const open = ({ evaluator, json: seeds }: Product): Door => {
  const { folder, close } = temporaryFolder();
  return {
    seeds,
    take: async (bytes) => {
      const files = entriesOf(bytes)
        .slice(0, MOST_FILES)
        .map((incident, place) => {
          const file = join(folder, `${String(place)}.json`);
          writeFileSync(file, JSON.stringify(incident));
          return file;
        });
      const features: string[] = [];
      for (const language of ["zh", "en"] as const) {
        const context = contextIn(language);
        const asked = { as_of: NOW, readings: {} };
        const read = await coded(() => readClocks(context, evaluator, files, asked));
        const shown: Shown = { ...read, asOf: NOW, zone: "Asia/Shanghai", data: evaluator.data };
        demandShown(json(shown), shown);
        demandCalendar(ics(context, shown), shown);
        const table = pretty(context, shown);
        const wrong = hiddenIn(table) ?? nonsenseIn(table, bytes);
        if (wrong !== null) throw new TypeError(`it says ${JSON.stringify(wrong)}`);
        features.push(...read.clocks.map(({ duty }) => `${duty.id} ${String(duty.state)}`));
      }
      return features;
    },
    close,
  };
};

const demandShown = (text: string, { clocks, silent }: Shown): void => {
  const value = JSON.parse(text) as { clocks: unknown[]; without_clocks: unknown[] };
  if (value.clocks.length !== clocks.length || value.without_clocks.length !== silent.length)
    throw new TypeError("the JSON holds other clocks");
};

// Components and properties that a calendar of ours has; all else would be somebody's text (RFC 5545, 3.1).
const LINE =
  /^(?: .*|(?:BEGIN|END):(?:VCALENDAR|VEVENT|VALARM)|(?:VERSION|PRODID|NAME|X-WR-CALNAME|METHOD|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|ACTION|TRIGGER)[:;].*)$/;

const demandCalendar = (text: string, { clocks }: Shown): void => {
  const lines = text.split("\r\n");
  if (lines.pop() !== "") throw new TypeError("the calendar does not end its last line");
  const strange = lines.find((line) => !LINE.test(line) || /[\r\n]/.test(line));
  if (strange !== undefined) throw new TypeError(`the calendar has the line ${strange}`);
  const long = lines.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined)
    throw new TypeError(`the calendar has a line of more than 75 bytes: ${long}`);
  const events = lines.filter((line) => line === "BEGIN:VEVENT").length;
  const due = clocks.filter(({ duty }) => duty.due !== null).length;
  if (events !== due) throw new TypeError(`${String(events)} events for ${String(due)} due times`);
};
