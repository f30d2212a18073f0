import { instantOf } from "../../words/time.js";

/** The time zone of this machine, by its IANA name. */
export const hostZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether an IANA name of a time zone is known here. */
export const isZone = (zone: string): boolean => {
  try {
    Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/**
 * A time as read in a zone, with its offset from UTC at that moment, which differs between summer and
 * winter: `2026-03-29 03:30 +02:00`.
 */
export const localTime = (time: string, zone: string): string => {
  const instant = instantOf(time);
  if (instant === null) return time;
  const parts = new Map(
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "longOffset",
    })
      .formatToParts(new Date(instant * 1000))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: string): string => parts.get(type as Intl.DateTimeFormatPartTypes) ?? "";
  // "GMT" alone is no offset at all.
  const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
  const date = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
  return `${date} ${part("hour")}:${part("minute")} ${offset}`;
};
