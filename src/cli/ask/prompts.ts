import * as clack from "@clack/prompts";
import { askWords } from "../../words/ask.js";
import type { Context } from "../context.js";
import { terminalWidth } from "../terminal/size.js";
import { wrap } from "../terminal/wrap.js";

/** Thrown where a person ends the interview. */
export class Stopped extends Error {}

/** A choice and what it is called. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

/** How questions are put; they go to standard error, so that standard output is the answer alone. */
export interface Prompts {
  say(text: string): void;
  begin(title: string, note: string): void;
  end(text: string): void;
  choose<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value>;
  chooseSome<Value>(message: string, choices: readonly Choice<Value>[]): Promise<Value[]>;
  /** `check` says what is wrong with a text, or nothing. */
  text(
    message: string,
    hint: string,
    check: (text: string) => string | undefined,
    initial?: string,
  ): Promise<string>;
}

/** Prompts in the terminal of this process. */
export const createPrompts = ({ stdin, stderr, language }: Context): Prompts => {
  const common = { input: stdin, output: stderr };
  const { instructions } = askWords(language);
  // The prompts put a bar and two spaces before each line.
  const lines = (text: string): string[] => wrap(text, terminalWidth(stderr) - 3);
  const answered = async <Value>(prompt: Promise<Value | symbol>): Promise<Value> => {
    const answer = await prompt;
    if (clack.isCancel(answer)) throw new Stopped();
    return answer as Value;
  };
  const options = <Value>(choices: readonly Choice<Value>[]): never =>
    choices.map(({ value, label }) => ({ value, label })) as never;
  return {
    say: (text) => {
      clack.log.message(lines(text), { output: stderr });
    },
    begin: (title, note) => {
      clack.intro(title, { output: stderr });
      clack.log.message([...lines(note), ...lines(instructions)], { output: stderr });
    },
    end: (text) => {
      clack.outro(text, { output: stderr });
    },
    choose: <Value>(message: string, choices: readonly Choice<Value>[]) =>
      answered<Value>(
        clack.select({ ...common, message, options: options(choices), showInstructions: false }),
      ),
    chooseSome: <Value>(message: string, choices: readonly Choice<Value>[]) =>
      answered<Value[]>(
        clack.multiselect({ ...common, message, options: options(choices), required: true }),
      ),
    text: (message, hint, check, initial) =>
      answered<string>(
        clack.text({
          ...common,
          message,
          placeholder: hint,
          validate: (typed) => check(typed ?? ""),
          ...(initial === undefined ? {} : { initialValue: initial }),
        }),
      ),
  };
};
