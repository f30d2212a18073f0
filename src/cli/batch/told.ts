import { EXIT, type ExitCode } from "../exit.js";
import type { Answered } from "./answer.js";

/** Answers as they are written, and the worst that they mean for the exit code. */
export interface Told {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly exit: ExitCode;
}

/** One answer a line. */
export function told(answers: readonly Answered[]): Told {
  const text = answers.map((answer) => `${answer.text}\n`).join("");
  const exit = answers.reduce<ExitCode>(
    (most, one) => (one.exit > most ? one.exit : most),
    EXIT.good,
  );
  return { bytes: new TextEncoder().encode(text), exit };
}
