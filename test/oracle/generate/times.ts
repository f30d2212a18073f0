/** Random times at the edges: due to the second, midnight in Beijing, leap days, odd offsets. */
import { endOfBeijingDay, formatAt, parseTime } from "../rfc3339.js";
import type { Dice } from "./dice.js";
import { entry } from "./values.js";

const DUTIES = [
  "operator.first_report.cii",
  "operator.first_report.organ",
  "operator.first_report.other",
  "authority.relay.cii",
  "authority.relay.organ",
  "authority.relay.other",
  "authority.notify.organ",
  "authority.notify.other",
  "operator.report.sector",
  "operator.report.crime",
  "operator.supplement.items",
  "operator.supplement.developments",
  "operator.summary",
  "operator.vendor_contracts",
  "public.voluntary_report",
] as const;

const STARTS = [
  "2025-12-22T22:00:00+08:00",
  "2025-12-31T23:59:59+08:00",
  "2028-02-28T23:30:00+08:00",
  "2028-02-29T00:00:00+08:00",
  "2027-02-28T23:59:59+08:00",
  "2028-01-30T15:59:59Z",
  "2028-01-30T16:00:00Z",
  "2100-01-29T12:00:00+08:00",
  "2400-01-29T12:00:00+08:00",
] as const;
/** Around the day on which the Measures came into force. */
const EDGE = "2025-11-01T00:00:00+08:00";
const FAR = ["0001-01-03T00:00:00Z", "1969-12-31T23:59:59Z", "9999-10-01T00:00:00Z"] as const;

const OFFSETS = [480, 480, 480, 0, -1439, 1439, 345, -210, 840, -720];

function instant(text: string): number {
  return parseTime(text) ?? 0;
}

/** A time as somebody might write it: any offset, with or without a fraction. */
export function written(dice: Dice, seconds: number): string {
  const offset = dice.pick(OFFSETS);
  const text = formatAt(seconds, offset);
  const tail = dice.pick(["", "", "", "", ".0", ".5", ".999999999", ".000000000001"]);
  const zone = offset === 0 ? dice.pick(["Z", "+00:00", "-00:00"]) : text.slice(19);
  return text.slice(0, 19) + tail + zone;
}

interface Times {
  times: Record<string, unknown> | undefined;
  asOf: string | undefined;
  reports: unknown;
}

function start(dice: Dice): number {
  if (dice.chance(0.08)) return instant(EDGE) + dice.between(-2, 2);
  if (dice.chance(0.02)) return instant(dice.pick(FAR));
  if (dice.chance(0.3)) return instant(STARTS[0]) + dice.between(-4_000_000, 300_000_000);
  return instant(dice.pick(STARTS)) + dice.pick([-1, 0, 0, 0, 1]);
}

/** Instants that matter after a start: every limit, to the second, and the summary's day. */
function edges(from: number): number[] {
  const limits = [0, 1800, 3600, 7200, 14400, 720 * 3600].map((limit) => from + limit);
  return [...limits, endOfBeijingDay(from, 30)];
}

export function randomTimes(dice: Dice, readings: Record<string, string>): Times {
  const began = start(dice);
  const aware = began + dice.pick([0, 0, 1, 60, 3600]);
  const received = aware + dice.pick([0, 600, 3600, 7200, 14400]);
  const ended = aware + dice.pick([0, 86400, 40 * 86400]) + dice.between(0, 1) * 3599;
  const often = dice.pick([0.5, 0.9, 1]);
  const maybe = (seconds: number): string | undefined =>
    dice.chance(often) ? written(dice, seconds) : undefined;
  const jitter = (): number => dice.pick([-3600, -1, 0, 0, 1, 3600]);
  const times = entry({
    occurred_at: maybe(began + dice.pick([-86400, -1, 0, 1])),
    discovered_at: maybe(aware),
    learned_at: maybe(aware + jitter()),
    assessed_at: maybe(aware + Math.abs(jitter())),
    handling_ended_at: maybe(ended),
  });
  const candidates = [aware, received, ended].flatMap(edges);
  const near = (): number => dice.pick(candidates) + dice.pick([-1, 0, 0, 1]);
  // More likely the relays too where the operator owes them.
  const busy = readings.relay_bearer === "operator" ? 0.7 : 0.5;
  const length = dice.chance(busy) ? dice.pick([1, 1, 2, 3, 5]) : 0;
  const items = dice.chance(0.2) ? 0.95 : 0.4;
  const entries = Array.from({ length }, () =>
    entry({
      duty: dice.chance(0.5) ? dice.pick(DUTIES.slice(0, 3)) : dice.pick(DUTIES),
      sent_at: maybe(near()),
      received_at: dice.chance(0.5) ? written(dice, received + dice.between(0, 1)) : undefined,
      items: dice.chance(0.6) ? dice.some([1, 2, 3, 4, 5, 6, 7, 8], items) : undefined,
    }),
  );
  const none = dice.pick([[], undefined, "unknown"]);
  return {
    times: Object.keys(times).length === 0 && dice.chance(0.5) ? undefined : times,
    asOf: dice.chance(0.6) ? written(dice, near()) : undefined,
    reports: length === 0 ? none : dice.chance(0.1) ? { at_least: entries } : entries,
  };
}
