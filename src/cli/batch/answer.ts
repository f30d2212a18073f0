import { LONGEST_LINE, type Line, parseJson } from "../../input/index.js";
import { fill } from "../../words/index.js";
import { EXIT } from "../exit.js";
import { failureOf, type Spoken } from "../failure-of.js";
import { Failure } from "../failure.js";
import type { Evaluator } from "../../evaluator/index.js";

/** One line of output, and whether it is an error. */
export interface Answered {
  text: string;
  bad: boolean;
}

/** Answers one line of a batch; a bad line gives an error in its place and never ends the run. */
export function answer(evaluator: Evaluator, spoken: Spoken, line: Line, number: number): Answered {
  const file = `line ${String(number)}`;
  try {
    if (line === "too_long") {
      const message = fill(spoken.words.error_too_large, { file, limit: LONGEST_LINE });
      throw new Failure(EXIT.bad, "input_too_large", message);
    }
    return { text: evaluator.evaluateToJson(parseJson(line).value), bad: false };
  } catch (error) {
    const { code, message, issues } = failureOf(error, spoken, file);
    return { text: JSON.stringify({ error: { code, message, issues } }), bad: true };
  }
}
