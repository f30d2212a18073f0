import { isTime } from "../evaluator/index.js";

const BEIJING_MS = 8 * 3_600_000;

/**
 * Reads a moment as people say it: RFC 3339, `now`, and in Beijing time `2025-12-22 22:00` or `22:00`,
 * which is the last time that it was so. Gives RFC 3339 at +08:00, `unknown`, or null where it is no
 * moment.
 */
export const parseMoment = (typed: string, now: Date): string | null => {
  const text = typed.normalize("NFKC").trim();
  if (/^(?:unknown|\?|不明|未知|不知道|不清楚)$/i.test(text)) return "unknown";
  if (/^(?:now|现在|刚刚)$/i.test(text)) return inBeijing(now);
  if (isTime(text)) return text;
  const [, date, clock, seconds = ":00"] =
    /^(?:(\d{4}-\d\d-\d\d)[ T])?(\d{1,2}:\d\d)(:\d\d)?$/.exec(text) ?? [];
  if (clock === undefined) return null;
  const at = (day: string): string => `${day}T${clock.padStart(5, "0")}${seconds}+08:00`;
  if (date !== undefined) return isTime(at(date)) ? at(date) : null;
  const today = at(inBeijing(now).slice(0, 10));
  if (!isTime(today)) return null;
  if (Date.parse(today) <= now.getTime()) return today;
  return at(inBeijing(new Date(now.getTime() - 86_400_000)).slice(0, 10));
};

const inBeijing = (moment: Date): string =>
  `${new Date(moment.getTime() + BEIJING_MS).toISOString().slice(0, 19)}+08:00`;
