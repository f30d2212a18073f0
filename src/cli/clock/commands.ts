import type { Command } from "commander";
import { clockWords } from "../../words/clock.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import { addBundleOption } from "../signing-options.js";
import type { ClockFlags } from "./clock.js";

/** `clock FILE…` */
export function addClock(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const { words, language } = context;
  const own = clockWords(language);
  const clock = localise(program.command("clock").description(own.help), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("<file...>", own.help_files)
    .option("--watch", own.help_watch)
    .option("--as-of <time>", own.help_as_of)
    .option("--zone <zone>", own.help_zone)
    .option(
      "--reading <name=option>",
      words.help_reading,
      (one, all: string[]) => [...all, one],
      [],
    )
    .addOption(choice(context, "--format <format>", words.help_format, ["pretty", "json", "ics"]));
  addBundleOption(clock, context)
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${words.help_examples}\n  amrnci clock incidents/*.yaml --watch\n  amrnci clock incident.json --format ics > deadlines.ics\n\n${words.help_exit_codes}`,
    )
    .action(async (files: string[], options: ClockFlags) => {
      const { clock: run } = await import("./clock.js");
      done(await run(context, files, options));
    });
}
