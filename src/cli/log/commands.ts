import type { Command } from "commander";
import { ALGORITHMS } from "../../bundle/signature/algorithms.js";
import { logWords } from "../../words/log.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import type { CheckpointFlags } from "./checkpoint.js";
import type { ReplayFlags } from "./replay.js";
import type { VerifyFlags } from "./verify.js";

type Done = (code: ExitCode) => void;

/** `log …` */
export function addLog(program: Command, context: Context, done: Done): void {
  const log = program.command("log").description(logWords(context.language).help_log);
  localise(log, context).helpCommand(false).showSuggestionAfterError(false);
  addVerify(log, context, done);
  addReplay(log, context, done);
  addCheckpoint(log, context, done);
}

const again = (one: string, all: string[]): string[] => [...all, one];

function addVerify(log: Command, context: Context, done: Done): void {
  const words = logWords(context.language);
  add(log, context, "verify", words.help_verify)
    .option("--checkpoint <file>", words.help_checkpoints, again, [])
    .option("--verification-key <file>", words.help_verification_key)
    .addOption(choice(context, "--signing-alg <algorithm>", words.help_algorithm, ALGORITHMS))
    .addOption(format(context))
    .addHelpText("after", example(context, "log verify decisions.ndjson"))
    .action(async (files: string[], options: VerifyFlags) => {
      const { verify } = await import("./verify.js");
      done(await verify(context, files, options));
    });
}

function addReplay(log: Command, context: Context, done: Done): void {
  const words = logWords(context.language);
  add(log, context, "replay", words.help_replay)
    .option("--bundle <file>", words.help_bundles, again, [])
    .addOption(format(context))
    .addHelpText("after", example(context, "log replay decisions.ndjson --bundle 2026.1.tar.gz"))
    .action(async (files: string[], options: ReplayFlags) => {
      const { replay } = await import("./replay.js");
      done(await replay(context, files, options));
    });
}

function addCheckpoint(log: Command, context: Context, done: Done): void {
  const words = logWords(context.language);
  const line = "log checkpoint decisions.ndjson --signing-key auditor.pem --signing-alg ES256";
  add(log, context, "checkpoint", words.help_checkpoint)
    .requiredOption("--signing-key <file>", words.help_signing_key)
    .addOption(choice(context, "--signing-alg <algorithm>", words.help_algorithm, ALGORITHMS))
    .option("--key-id <name>", words.help_key_id)
    .option("--output <file>", words.help_output)
    .option("--force", words.help_force)
    .addHelpText("after", example(context, line))
    .action(async (files: string[], options: CheckpointFlags) => {
      const { checkpoint } = await import("./checkpoint.js");
      done(await checkpoint(context, files, options));
    });
}

function add(log: Command, context: Context, name: string, description: string): Command {
  return localise(log.command(name).description(description), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .argument("<file...>", logWords(context.language).help_files)
    .addOption(languageOption(context));
}

function format(context: Context): ReturnType<typeof choice> {
  return choice(context, "--format <format>", context.words.help_format, ["pretty", "json"]);
}

function example({ words, language }: Context, line: string): string {
  return `\n${words.help_examples}\n  amrnci ${line}\n\n${logWords(language).help_exit_codes}`;
}
