import { Argument, type Command } from "commander";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import {
  CHECKLISTS,
  DOCUMENT_FORMATS,
  type DocumentFlags,
  REPORT_KINDS,
  type ReportFlags,
} from "../flags.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import { documentWords } from "../../words/documents.js";
import { addBundleOption } from "../signing-options.js";
import { oneOf } from "../usage.js";

type Done = (code: ExitCode) => void;

/** `report FILE|-` */
export function addReport(program: Command, context: Context, done: Done): void {
  const { words, language } = context;
  const own = documentWords(language);
  const command = localise(program.command("report").description(own.help_report), context)
    .argument("<file>", words.help_evaluate_file)
    .addOption(choice(context, "--kind <kind>", own.help_report_kind, REPORT_KINDS))
    .option("--since <file>", own.help_report_since);
  documentOptions(command, context)
    .addHelpText(
      "after",
      example(context, "report incident.json --format docx --output report.docx"),
    )
    .action(async (file: string, flags: ReportFlags) => {
      const { report } = await import("./report.js");
      done(await report(context, file, flags));
    });
}

/** `checklist NAME [FILE]` */
export function addChecklist(program: Command, context: Context, done: Done): void {
  const { words, language } = context;
  const own = documentWords(language);
  const name = new Argument("<name>", own.help_checklist_name)
    .choices(CHECKLISTS)
    .argParser(oneOf(context, own.help_checklist_name, CHECKLISTS));
  const command = localise(program.command("checklist").description(own.help_checklist), context)
    .addArgument(name)
    .argument("[file]", words.help_evaluate_file);
  documentOptions(command, context)
    .addHelpText(
      "after",
      example(context, "checklist vendor-contracts --format docx --output clauses.docx"),
    )
    .action(
      async (kind: (typeof CHECKLISTS)[number], file: string | undefined, flags: DocumentFlags) => {
        const { checklist } = await import("./checklist.js");
        done(await checklist(context, kind, file, flags));
      },
    );
}

function documentOptions(command: Command, context: Context): Command {
  const { words, language } = context;
  const own = documentWords(language);
  return addBundleOption(command, context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .addOption(choice(context, "--format <format>", words.help_format, DOCUMENT_FORMATS))
    .option("--output <file>", own.help_output)
    .option("--force", own.help_force)
    .option("--as-of <time>", words.help_as_of)
    .option(
      "--reading <name=option>",
      words.help_reading,
      (one, all: string[]) => [...all, one],
      [],
    )
    .addOption(languageOption(context));
}

function example({ words }: Context, line: string): string {
  return `\n${words.help_examples}\n  amrnci ${line}\n\n${words.help_exit_codes}`;
}
