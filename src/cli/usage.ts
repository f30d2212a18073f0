import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";

/** A failure of use, which ends with exit code 2 and a hint at the help. */
export function wrongUse(
  { words }: Context,
  word: keyof Context["words"],
  params: Record<string, string>,
): Failure {
  return new Failure(EXIT.wrongUse, "usage", fill(words[word], params));
}

/** Checks that an option's value is one of a list. */
export function oneOf<Value extends string>(
  context: Context,
  option: string,
  choices: readonly Value[],
): (value: string) => Value {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const params = { option, value, choices: choices.join(", ") };
    throw wrongUse(context, "error_bad_choice", params);
  };
}
