// Writes policies/tables/calendar/data.json: the calendar as look-ups, so that the policy reads and
// writes RFC 3339 without division (the dearest operation in OPA's WASM, see docs/benchmarks.md).
// `--check` compares instead of writing.
import { readFileSync, writeFileSync } from "node:fs";

const two = (n: number): string => String(n).padStart(2, "0");
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const days = {
  common: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  leap: [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
};
const dates = (lengths: number[]): string[] =>
  lengths.flatMap((length, month) =>
    range(length).map((day) => `-${two(month + 1)}-${two(day + 1)}`),
  );
const places = (texts: string[]): Record<string, number> =>
  Object.fromEntries(texts.map((text, place) => [text, place]));

const common = dates(days.common);
const leap = dates(days.leap);

const calendar = {
  // Kind of a year by its last two digits; "century" years are decided by their first two.
  year_kind: Object.fromEntries(
    range(100).map((y) => [two(y), y === 0 ? "century" : y % 4 === 0 ? "leap" : "common"]),
  ),
  century_kind: Object.fromEntries(
    range(100).map((c) => [two(c), c % 4 === 0 ? "leap" : "common"]),
  ),
  year_days: { common: common.length, leap: leap.length },
  // Day of the year, counted from 0, by "-MM-DD", and back.
  day_of_year: { common: places(common), leap: places(leap) },
  date: { common, leap },
  // Minutes before an hour, a minute by its digits, and a second; minute of the day as text.
  hour: Object.fromEntries(range(24).map((h) => [two(h), h * 60])),
  minute: Object.fromEntries(range(60).map((m) => [`:${two(m)}`, m])),
  second: places(range(60).map((s) => `:${two(s)}`)),
  minute_text: range(1440).map((m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`),
  second_text: range(60).map((s) => `:${two(s)}`),
  day_minutes: 1440,
  // Whole days in a number of minutes: as many as there are entries that it reaches.
  whole_days: range(31).map((d) => (d + 1) * 1440),
  // Beijing time.
  zone_minutes: 480,
  zone_text: "+08:00",
};

const path = new URL("../policies/tables/calendar/data.json", import.meta.url);
const text = `${JSON.stringify(calendar)}\n`;
if (process.argv.includes("--check")) {
  if (readFileSync(path, "utf8") !== text) {
    console.error(
      "policies/tables/calendar/data.json is not what scripts/generate-calendar.ts makes: run it",
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, text);
}
