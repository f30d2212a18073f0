import { isBlank, LONGEST_LINE, type Line, parseJson } from "../../input/index.js";
import { fill } from "../../words/index.js";
import { EXIT, type ExitCode } from "../exit.js";
import { failureOf, type Spoken } from "../failure-of.js";
import { Failure } from "../failure.js";
import type { Evaluator } from "../../evaluator/index.js";

/** One line of output, and what it means for the exit code. */
export interface Answered {
  text: string;
  exit: ExitCode;
  /** What was asked; undefined where there is no decision. */
  request?: unknown;
}

/** Answers lines of a batch, the first of which is the `first` of the input; blank ones ask nothing. */
export function answerLines(
  evaluator: Evaluator,
  spoken: Spoken,
  lines: readonly Line[],
  first: number,
): Answered[] {
  return lines.flatMap((line, place) =>
    isBlank(line) ? [] : [answer(evaluator, spoken, line, first + place)],
  );
}

/** Answers one line of a batch; a bad line gives an error in its place and never ends the run. */
export function answer(evaluator: Evaluator, spoken: Spoken, line: Line, number: number): Answered {
  const file = `line ${String(number)}`;
  try {
    if (line === "too_long") {
      const message = fill(spoken.words.error_too_large, { file, limit: LONGEST_LINE });
      throw new Failure(EXIT.bad, "input_too_large", message);
    }
    const request = parseJson(line).value;
    return { text: evaluator.evaluateToJson(request), exit: EXIT.good, request };
  } catch (error) {
    return refused(error, spoken, file);
  }
}

/** The error that stands in the place of a decision. */
export function refused(error: unknown, spoken: Spoken, file?: string): Answered {
  const { code, message, issues } = failureOf(error, spoken, file);
  return { text: JSON.stringify({ error: { code, message, issues } }), exit: EXIT.bad };
}
