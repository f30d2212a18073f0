import { type Command, Option } from "commander";
import { logWords } from "../../words/log.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import { choice } from "../options.js";

/** How a command is told to record its decisions. */
export interface RecordFlags {
  records?: string;
  recordsKey?: string;
  recordsMask?: string;
  recordsFsync?: "always" | "interval" | "never";
  recordsOnFailure?: "fail_closed" | "answer_and_count";
  recordsRotateBytes?: number;
  recordsRotateSeconds?: number;
}

const RECORD_DEFAULTS = { fsync: "always", onFailure: "fail_closed" } as const;

/** Adds `--records` and what goes with it. */
export function addRecordOptions(command: Command, context: Context): Command {
  const words = logWords(context.language);
  const number = (flag: string, description: string): Option =>
    new Option(`${flag} <number>`, description).argParser(wholeNumber(context, flag));
  return command
    .option("--records <file>", words.help_records)
    .option("--records-key <file>", words.help_records_key)
    .option("--records-mask <file>", words.help_records_mask)
    .addOption(
      choice(context, "--records-fsync <policy>", words.help_records_fsync, [
        RECORD_DEFAULTS.fsync,
        "interval",
        "never",
      ]),
    )
    .addOption(
      choice(context, "--records-on-failure <policy>", words.help_records_failure, [
        RECORD_DEFAULTS.onFailure,
        "answer_and_count",
      ]),
    )
    .addOption(number("--records-rotate-bytes", words.help_records_rotate_bytes))
    .addOption(number("--records-rotate-seconds", words.help_records_rotate_seconds));
}

function wholeNumber({ language }: Context, option: string): (value: string) => number {
  return (value) => {
    if (/^[1-9]\d{0,14}$/.test(value)) return Number(value);
    const message = fill(logWords(language).bad_rotation, { option, value });
    throw new Failure(EXIT.wrongUse, "usage", message);
  };
}

/** Who names a key or a masking and no log believes that decisions are recorded. */
export function refuseStray({ language }: Context, flags: RecordFlags): void {
  const named = Object.entries(flags as Record<string, unknown>).find(
    ([name, value]) => name.startsWith("records") && value !== undefined && !isDefault(value),
  );
  if (named === undefined) return;
  const option = `--${named[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const message = fill(logWords(language).needs_records, { option });
  throw new Failure(EXIT.wrongUse, "usage", message);
}

const isDefault = (value: unknown): boolean =>
  [RECORD_DEFAULTS.fsync, RECORD_DEFAULTS.onFailure].some((one) => one === value);
