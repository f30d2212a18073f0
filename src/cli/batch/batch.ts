import { isBlank, linesOf } from "../../input/index.js";
import type { BundleFlag } from "../flags.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { write } from "../io/write.js";
import { openEvaluator } from "../open-evaluator.js";
import { answer } from "./answer.js";

/**
 * The `batch` command: one request a line in, one decision a line out, in order. What a chunk of
 * input holds is written before the next is read, so memory stays flat and a slow reader slows us.
 */
export async function batch(context: Context, { bundle }: BundleFlag): Promise<ExitCode> {
  const evaluator = await openEvaluator(context, bundle);
  let code: ExitCode = EXIT.good;
  let number = 0;
  for await (const lines of linesOf(context.stdin)) {
    const answers: string[] = [];
    for (const line of lines) {
      number += 1;
      if (isBlank(line)) continue;
      const { text, bad } = answer(evaluator, context, line, number);
      if (bad) code = EXIT.bad;
      answers.push(text);
    }
    if (answers.length > 0) await write(context.stdout, `${answers.join("\n")}\n`);
  }
  return code;
}
