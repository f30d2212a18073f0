import type { Command, Option } from "commander";
import { width as columnsOf } from "./terminal/width.js";
import type { Context } from "./context.js";
import { coloursFor } from "./terminal/colour.js";
import { terminalWidth } from "./terminal/size.js";
import { wrap } from "./terminal/wrap.js";

/** Makes a command's help and errors speak the context's language; errors are thrown, not printed. */
export function localise(command: Command, context: Context): Command {
  const { words, stdout, stderr, env } = context;
  const titles: Readonly<Record<string, string>> = {
    "Usage:": words.help_usage,
    "Arguments:": words.help_arguments,
    "Options:": words.help_options,
    "Global Options:": words.help_global_options,
    "Commands:": words.help_commands,
  };
  const colours = coloursFor(stdout, env);
  return command
    .helpOption("-h, --help", words.help_help)
    .exitOverride()
    .configureOutput({ outputError: () => undefined, writeErr: (text) => stderr.write(text) })
    .configureHelp({
      helpWidth: terminalWidth(stdout),
      styleTitle: (title) => colours.bold(titles[title] ?? title),
      displayWidth: columnsOf,
      boxWrap: (text, width) =>
        text
          .split("\n")
          .flatMap((line) => wrap(line, width))
          .join("\n"),
      optionDescription: (option: Option) => describe(option, words),
    });
}

function describe(option: Option, words: Context["words"]): string {
  const extra: string[] = [];
  if (option.argChoices !== undefined)
    extra.push(`${words.help_choices}: ${option.argChoices.join(", ")}`);
  if (typeof option.defaultValue === "string")
    extra.push(`${words.help_default}: ${option.defaultValue}`);
  return extra.length === 0 ? option.description : `${option.description} (${extra.join("; ")})`;
}
