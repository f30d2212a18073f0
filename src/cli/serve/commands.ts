import type { Command } from "commander";
import { serveWords } from "../../words/serve.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import { addRecordOptions } from "../records/options.js";
import { LOG_LEVELS, type ServeFlags, wholeNumber } from "./flags.js";

/** `serve` */
export function addServe(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const words = serveWords(context.language);
  const whole = (option: string, least: number, most: number) =>
    wholeNumber(context, option, least, most);
  const command = localise(program.command("serve").description(words.help), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .option("--host <address>", words.help_host, "127.0.0.1")
    .option("--port <port>", words.help_port, whole("--port", 0, 65_535), 8181)
    .option("--bundle <file|url>", words.help_bundle)
    .option("--verification-key <file>", words.help_key)
    .option("--verification-key-id <id>", words.help_key_id, "default")
    .option("--signing-alg <algorithm>", words.help_algorithm, "RS256")
    .option("--scope <scope>", words.help_scope)
    .option("--skip-verify", words.help_skip)
    .option("--bundle-token-file <file>", words.help_source_token)
    .option("--store <dir>", words.help_store)
    .option("--override <reason>", words.help_override);
  addRecordOptions(command, context)
    .option("--token-file <file>", words.help_tokens)
    .option("--max-body <bytes>", words.help_body, whole("--max-body", 1, 2 ** 26), 1024 * 1024)
    .option(
      "--max-concurrent <n>",
      words.help_concurrent,
      whole("--max-concurrent", 1, 1_000_000),
      1_000,
    )
    .addOption(choice(context, "--log-level <level>", words.help_log, LOG_LEVELS))
    .option("--shutdown-seconds <n>", words.help_grace, whole("--shutdown-seconds", 0, 3_600), 30)
    .addOption(languageOption(context))
    .addHelpText(
      "after",
      `\n${context.words.help_examples}\n  amrnci serve --port 8181\n  amrnci serve --bundle https://bundles.example.com/amrnci.tar.gz --verification-key release.pem --store /var/lib/amrnci`,
    )
    .action(async (flags: ServeFlags) => {
      const { serve } = await import("./serve.js");
      done(await serve(context, flags));
    });
}
