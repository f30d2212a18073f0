import type { Command } from "commander";
import { Option } from "commander";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { localise } from "../help.js";
import { oneOf } from "../usage.js";
import type { LawDiffFlags } from "./diff.js";

const DIFF_FORMATS = ["pretty", "markdown", "json"] as const;

/** `law diff OLD NEW`, below a command `law`. */
export function addLawDiff(law: Command, context: Context, done: (code: ExitCode) => void): void {
  const { words, language } = context;
  localise(law.command("diff").description(words.help_law_diff), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("<old>", words.help_law_diff_old)
    .argument("<new>", words.help_law_diff_new)
    .addOption(
      new Option("--format <format>", words.help_format)
        .choices(DIFF_FORMATS)
        .default(DIFF_FORMATS[0])
        .argParser(oneOf(context, "--format", DIFF_FORMATS)),
    )
    .option("--fail-on <aspects>", words.help_law_diff_fail_on)
    .option("--cases <path...>", words.help_law_diff_cases)
    .addOption(
      new Option("--lang <language>", words.help_lang)
        .choices(["zh", "en"])
        .default(language)
        .argParser(oneOf(context, "--lang", ["zh", "en"])),
    )
    .addHelpText("after", `\n${words.help_examples}\n  amrnci law diff OLD NEW --format markdown\n`)
    .action(async (old: string, now: string, options: LawDiffFlags) => {
      const { lawDiff } = await import("./diff.js");
      done(await lawDiff(context, old, now, options));
    });
}
