import { isBlank, linesOf } from "../../input/index.js";
import type { BatchFlags } from "../flags.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { write } from "../io/write.js";
import { openRules, type Rules } from "../open-rules.js";
import { type Answered, answer } from "./answer.js";
import { recordedAnswer } from "./record.js";

/**
 * The `batch` command: one request a line in, one decision a line out, in order. What a chunk of
 * input holds is written before the next is read, so memory stays flat and a slow reader slows us.
 */
export async function batch(context: Context, flags: BatchFlags): Promise<ExitCode> {
  const rules = await openRules(context, flags);
  try {
    return await answerAll(context, rules);
  } finally {
    await rules.recorder?.close();
  }
}

async function answerAll(context: Context, { evaluator, recorder }: Rules): Promise<ExitCode> {
  let code: ExitCode = EXIT.good;
  let number = 0;
  for await (const lines of linesOf(context.stdin)) {
    const answers: Answered[] = [];
    for (const line of lines) {
      number += 1;
      if (!isBlank(line)) answers.push(answer(evaluator, context, line, number));
    }
    const given =
      recorder === null
        ? answers
        : await Promise.all(answers.map((one) => recordedAnswer(recorder, context, one)));
    if (given.length === 0) continue;
    for (const { exit } of given) if (exit > code) code = exit;
    await write(context.stdout, `${given.map(({ text }) => text).join("\n")}\n`);
  }
  return code;
}
