import { wordsOf, type Language, type Words } from "../words/index.js";
import { languageOf } from "./language.js";

/** What every command is given: the language, and the streams of the process. */
export interface Context {
  language: Language;
  words: Words;
  env: Readonly<Record<string, string | undefined>>;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** The context of this process. */
export function contextOf(args: readonly string[]): Context {
  const language = languageOf(args, process.env);
  const { env, stdin, stdout, stderr } = process;
  return { language, words: wordsOf(language), env, stdin, stdout, stderr };
}
