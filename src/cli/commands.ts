import type { Command } from "commander";
import { addBundlePack } from "./bundle/commands.js";
import {
  addBundleInspect,
  addBundleKeygen,
  addBundleSign,
  addBundleVerify,
} from "./bundle/signing-commands.js";
import type { Context } from "./context.js";
import type { ExitCode } from "./exit.js";
import { type BatchFlags, type EvaluateFlags, TEST_FORMATS, type TestFlags } from "./flags.js";
import { localise } from "./help.js";
import { addLawCheck, addLawDiff, addLawNewVersion } from "./law/commands.js";
import { choice, languageOption } from "./options.js";
import { addRecordOptions } from "./records/options.js";
import { wholeNumber } from "./serve/flags.js";
import { addBundleOption } from "./signing-options.js";

const MOST_WORKERS = 64;

type Done = (code: ExitCode) => void;

/*
 * The commands and their options. What a command does is loaded when it is run, so that no command
 * waits for the modules of another.
 */

/** `evaluate FILE|-` */
export function addEvaluate(program: Command, context: Context, done: Done): void {
  const { words } = context;
  const evaluate = add(program, "evaluate", words.help_evaluate, context)
    .argument("<file>", words.help_evaluate_file)
    .option("--as-of <time>", words.help_as_of)
    .option(
      "--reading <name=option>",
      words.help_reading,
      (one, all: string[]) => [...all, one],
      [],
    )
    .addOption(choice(context, "--format <format>", words.help_format, ["pretty", "json"]))
    .option("--compare", words.help_compare);
  addRecordOptions(evaluate, context)
    .addHelpText("after", examples(context, "evaluate incident.json --as-of now"))
    .action(async (file: string, options: EvaluateFlags) => {
      const { evaluate } = await import("./evaluate/evaluate.js");
      done(await evaluate(context, file, options));
    });
}

/** `batch` */
export function addBatch(program: Command, context: Context, done: Done): void {
  const { words } = context;
  const workers = wholeNumber(context, "--workers", 1, MOST_WORKERS);
  const batch = add(program, "batch", words.help_batch, context);
  addRecordOptions(batch.option("--workers <n>", words.help_workers, workers, 1), context)
    .addHelpText("after", examples(context, "batch < requests.ndjson > decisions.ndjson"))
    .action(async (options: BatchFlags) => {
      const { batch } = await import("./batch/batch.js");
      done(await batch(context, options));
    });
}

/** `test PATH…` */
export function addTest(program: Command, context: Context, done: Done): void {
  const { words } = context;
  add(program, "test", words.help_test, context)
    .argument("<path...>", words.help_test_paths)
    .addOption(choice(context, "--format <format>", words.help_format, TEST_FORMATS))
    .addHelpText("after", examples(context, "test fixtures --format junit > report.xml"))
    .action(async (paths: string[], options: TestFlags) => {
      const { test } = await import("./test/test.js");
      done(await test(context, paths, options));
    });
}

/** `law …` */
export function addLaw(program: Command, context: Context, done: Done): void {
  const law = localise(program.command("law").description(context.words.help_law), context);
  law.helpCommand(false).showSuggestionAfterError(false);
  addLawCheck(law, context, done);
  addLawDiff(law, context, done);
  addLawNewVersion(law, context, done);
}

/** `bundle …` */
export function addBundle(program: Command, context: Context, done: Done): void {
  const bundle = program.command("bundle").description(context.words.help_bundles);
  localise(bundle, context).helpCommand(false).showSuggestionAfterError(false);
  addBundlePack(bundle, context, done);
  addBundleSign(bundle, context, done);
  addBundleVerify(bundle, context, done);
  addBundleInspect(bundle, context, done);
  addBundleKeygen(bundle, context, done);
}

function add(program: Command, name: string, description: string, context: Context): Command {
  const command = localise(program.command(name).description(description), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false);
  return addBundleOption(command, context).addOption(languageOption(context));
}

function examples({ words }: Context, line: string): string {
  return `\n${words.help_examples}\n  amrnci ${line}\n\n${words.help_exit_codes}`;
}
