/** RFC 3339 by hand: whole seconds since 1970 in UTC, and back at +08:00. */

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(Z|([+-])(\d{2}):(\d{2}))$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const DAY = 86400;
const BEIJING = 8 * 3600;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Days from 0001-01-01 to the first day of a year. */
function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

const EPOCH_DAYS = daysBeforeYear(1970);

/** Seconds since 1970-01-01T00:00:00Z, or null for what is no valid time; a fraction is cut off. */
export function parseTime(text: string): number | null {
  const found = SHAPE.exec(text);
  if (found === null) return null;
  const part = (index: number): number => Number(found[index] ?? "0");
  const year = part(1);
  const month = part(2);
  const day = part(3);
  const hour = part(4);
  const minute = part(5);
  const second = part(6);
  const offsetHours = part(9);
  const offsetMinutes = part(10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  let days = daysBeforeYear(year) - EPOCH_DAYS + day - 1;
  for (let m = 1; m < month; m += 1) days += daysInMonth(year, m);
  const offset = (found[8] === "-" ? -1 : 1) * (offsetHours * 3600 + offsetMinutes * 60);
  return days * DAY + hour * 3600 + minute * 60 + second - offset;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** The civil time of an instant at an offset in seconds, without the offset's own text. */
function civil(seconds: number, offset: number): string {
  const local = seconds + offset;
  let days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  days += EPOCH_DAYS;
  let year = Math.floor(days / 365.2425) + 1;
  while (daysBeforeYear(year) > days) year -= 1;
  while (daysBeforeYear(year + 1) <= days) year += 1;
  let day = days - daysBeforeYear(year);
  let month = 1;
  while (day >= daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
  }
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day + 1, 2)}`;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${date}T${time.map((unit) => pad(unit, 2)).join(":")}`;
}

/** An instant as RFC 3339 at +08:00, as every time of a decision. */
export function formatBeijing(seconds: number): string {
  return `${civil(seconds, BEIJING)}+08:00`;
}

/** An instant as RFC 3339 at any offset in minutes. */
export function formatAt(seconds: number, offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const offset = `${sign}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
  return `${civil(seconds, offsetMinutes * 60)}${offset}`;
}

/** 23:59:59 in Beijing of the nth day after the Beijing day of an instant, that day not counted. */
export function endOfBeijingDay(seconds: number, days: number): number {
  const today = Math.floor((seconds + BEIJING) / DAY);
  return (today + days + 1) * DAY - 1 - BEIJING;
}
