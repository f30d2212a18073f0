import { Command, CommanderError } from "commander";
import { addAsk } from "./ask/commands.js";
import { addClock } from "./clock/commands.js";
import { addBatch, addBundle, addEvaluate, addLaw, addTest } from "./commands.js";
import type { Context } from "./context.js";
import { EXIT, type ExitCode } from "./exit.js";
import { localise } from "./help.js";
import { addLog } from "./log/commands.js";
import { addChecklist, addReport } from "./report/commands.js";
import { addServe } from "./serve/commands.js";
import { translated } from "./translated.js";
import { version } from "./version.js";

/** Runs the command line with its arguments; gives the exit code. */
export async function run(context: Context, args: readonly string[]): Promise<ExitCode> {
  const { words } = context;
  let code: ExitCode = EXIT.good;
  const done = (result: ExitCode): void => {
    code = result;
  };
  const program = new Command("amrnci")
    .description(words.help_description)
    .version(version(), "-V, --version", words.help_version)
    .helpCommand("help [command]", words.help_help_command)
    .showSuggestionAfterError(false);
  localise(program, context);
  addEvaluate(program, context, done);
  addBatch(program, context, done);
  addReport(program, context, done);
  addChecklist(program, context, done);
  addTest(program, context, done);
  addAsk(program, context, done);
  addClock(program, context, done);
  addLaw(program, context, done);
  addBundle(program, context, done);
  addServe(program, context, done);
  addLog(program, context, done);
  try {
    if (args.length === 0) {
      context.stderr.write(program.helpInformation());
      return EXIT.wrongUse;
    }
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.good;
    // A command that needs another one behind it has told which there are.
    if (error.code === "commander.help") return EXIT.wrongUse;
    throw translated(context, error);
  }
  return code;
}
