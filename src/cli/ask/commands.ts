import type { Command } from "commander";
import { askWords } from "../../words/ask.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import type { BundleFlag } from "../flags.js";
import { localise } from "../help.js";
import { languageOption } from "../options.js";
import { addBundleOption } from "../signing-options.js";

/** `ask FILE` */
export function addAsk(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const { words, language } = context;
  const own = askWords(language);
  const ask = localise(program.command("ask").description(own.help), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("<file>", own.help_file);
  addBundleOption(ask, context)
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${words.help_examples}\n  amrnci ask incident.yaml\n\n${words.help_exit_codes}`,
    )
    .action(async (file: string, options: BundleFlag) => {
      demandNode(context);
      const { ask: run } = await import("./ask.js");
      done(await run(context, file, options));
    });
}

// The prompts need `util.styleText`, which Node 20 has had since 20.12.
const demandNode = ({ language }: Context): void => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 12)) return;
  const message = fill(askWords(language).old_node, { version: process.version });
  throw new Failure(EXIT.wrongUse, "usage", message);
};
