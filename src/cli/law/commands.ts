import type { Command } from "commander";
import { ASPECTS } from "../../law/diff/aspects.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { TEST_FORMATS, type TestFlags } from "../flags.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import type { LawDiffFlags } from "./diff.js";
import type { NewVersionFlags } from "./new-version.js";

const DIFF_FORMATS = ["pretty", "markdown", "json"] as const;

/** `law check [DIR]`, below a command `law`. */
export function addLawCheck(law: Command, context: Context, done: (code: ExitCode) => void): void {
  const { words } = context;
  localise(law.command("check").description(words.help_law_check), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("[dir]", words.help_law_check_dir)
    .addOption(choice(context, "--format <format>", words.help_format, TEST_FORMATS))
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${words.help_examples}\n  amrnci law check policies/law\n\n${words.help_law_exit_codes}`,
    )
    .action(async (dir: string | undefined, options: Pick<TestFlags, "format">) => {
      const { lawCheck } = await import("./check.js");
      done(await lawCheck(context, dir ?? "policies/law", options));
    });
}

/** `law new-version DATE`, below a command `law`. */
export function addLawNewVersion(
  law: Command,
  context: Context,
  done: (code: ExitCode) => void,
): void {
  const { words } = context;
  localise(law.command("new-version").description(words.help_law_new_version), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("<date>", words.help_law_new_version_date)
    .option("--law <dir>", words.help_law_check_dir)
    .option("--from <version>", words.help_law_new_version_from)
    .addOption(choice(context, "--format <format>", words.help_format, ["pretty", "json"]))
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${words.help_examples}\n  amrnci law new-version 2027-01-01\n\n${words.help_law_exit_codes}`,
    )
    .action(
      async (date: string, options: Partial<NewVersionFlags> & Pick<NewVersionFlags, "format">) => {
        const { newVersion } = await import("./new-version.js");
        done(await newVersion(context, date, { law: "policies/law", ...options }));
      },
    );
}

/** `law diff OLD NEW`, below a command `law`. */
export function addLawDiff(law: Command, context: Context, done: (code: ExitCode) => void): void {
  const { words } = context;
  localise(law.command("diff").description(words.help_law_diff), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("<old>", words.help_law_diff_old)
    .argument("<new>", words.help_law_diff_new)
    .addOption(choice(context, "--format <format>", words.help_format, DIFF_FORMATS))
    .option("--all", words.help_law_diff_all)
    .option("--fail-on <aspects>", `${words.help_law_diff_fail_on}: ${ASPECTS.join(",")}`)
    .option("--cases <path...>", words.help_law_diff_cases)
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${words.help_examples}\n  amrnci law diff shipped policies/law --format markdown\n\n${words.help_law_exit_codes}`,
    )
    .action(async (old: string, now: string, options: LawDiffFlags) => {
      const { lawDiff } = await import("./diff.js");
      done(await lawDiff(context, old, now, options));
    });
}
