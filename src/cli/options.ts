import { Option } from "commander";
import type { Context } from "./context.js";
import { oneOf } from "./usage.js";

/** An option that takes one of a few words; the first is meant where it is left out. */
export function choice(
  context: Context,
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  const name = flags.split(" ")[0] ?? flags;
  return new Option(flags, description)
    .choices(choices)
    .default(choices[0])
    .argParser(oneOf(context, name, choices));
}

/** `--lang zh|en`; the language of the machine where it is left out. */
export function languageOption(context: Context): Option {
  const { words, language } = context;
  return choice(context, "--lang <language>", words.help_lang, ["zh", "en"]).default(language);
}
