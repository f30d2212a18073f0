import { clockWords } from "../../words/clock.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { asOfOf, knownReadings, readingsOf } from "../evaluate/request.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import type { BundleFlag } from "../flags.js";
import { write } from "../io/write.js";
import { openEvaluator } from "../open-evaluator.js";
import type { Shown } from "./pretty.js";
import { readClocks } from "./read.js";
import { hostZone, isZone } from "./zone.js";

export interface ClockFlags extends BundleFlag {
  asOf?: string;
  reading: string[];
  zone?: string;
  watch?: boolean;
  format: "pretty" | "json" | "ics";
}

/**
 * The `clock` command: the open clocks of incidents, most urgent first. Exit code 1 where one is
 * overdue, so that a scheduled job can raise the alarm.
 */
export async function clock(
  context: Context,
  files: readonly string[],
  flags: ClockFlags,
): Promise<ExitCode> {
  const zone = checkFlags(context, flags);
  const evaluator = await openEvaluator(context, flags);
  const readings = readingsOf(context, flags.reading, knownReadings(evaluator.data));
  const look = async (): Promise<Shown> => {
    const asOf = asOfOf(context, flags.asOf ?? "now");
    const read = await readClocks(context, evaluator, files, { as_of: asOf, readings });
    return { ...read, asOf, zone, data: evaluator.data };
  };
  const shown = flags.watch === true ? await watched(context, look) : await look();
  if (flags.watch !== true) await write(context.stdout, await formatted(context, flags, shown));
  return shown.clocks.some(({ duty }) => duty.state === "overdue") ? EXIT.bad : EXIT.good;
}

const checkFlags = (context: Context, { zone, watch, format, asOf }: ClockFlags): string => {
  const words = clockWords(context.language);
  const refuse = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);
  if (zone !== undefined && !isZone(zone)) throw refuse(fill(words.bad_zone, { value: zone }));
  if (watch === true) {
    if (format !== "pretty" || asOf !== undefined) throw refuse(words.watch_format);
    if (!context.stdout.isTTY) throw refuse(words.no_terminal);
  }
  return zone ?? hostZone();
};

const watched = async (context: Context, look: () => Promise<Shown>): Promise<Shown> => {
  const { watch } = await import("./watch.js");
  return watch(context, look);
};

const formatted = async (
  context: Context,
  { format }: ClockFlags,
  shown: Shown,
): Promise<string> => {
  if (format === "json") return (await import("./json.js")).json(shown);
  if (format === "ics") return (await import("./ics.js")).ics(context, shown);
  return (await import("./pretty.js")).pretty(context, shown);
};
