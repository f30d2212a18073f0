import type { Command } from "commander";
import { signingWords } from "../../words/bundle-signing.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import type { PackFlags } from "./pack.js";
import { addSigning } from "./signing-commands.js";

/** `bundle pack`, below a command `bundle`. */
export function addBundlePack(
  bundle: Command,
  context: Context,
  done: (code: ExitCode) => void,
): void {
  const { words } = context;
  const pack = localise(bundle.command("pack").description(words.help_bundle_pack), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .requiredOption("--law <dir>", words.help_bundle_pack_law)
    .requiredOption("--revision <revision>", words.help_bundle_pack_revision)
    .requiredOption("--output <file>", words.help_bundle_pack_output)
    .option("--not-after <date>", words.help_bundle_pack_not_after)
    .option("--force", words.help_bundle_pack_force)
    .option("--signing-key <file>", signingWords(context.language).help_signing_key);
  addSigning(pack, context)
    .addOption(choice(context, "--format <format>", words.help_format, ["pretty", "json"]))
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${words.help_examples}\n  amrnci bundle pack --law policies/law --revision 2026.2 --output amrnci.tar.gz\n\n${words.help_law_exit_codes}`,
    )
    .action(async (options: PackFlags) => {
      const { pack: run } = await import("./pack.js");
      done(await run(context, options));
    });
}
