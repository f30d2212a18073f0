import { type Line, linesOf } from "../../input/index.js";
import type { BatchFlags } from "../flags.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { write } from "../io/write.js";
import { openRules, type Rules } from "../open-rules.js";
import { answerLines } from "./answer.js";
import { recordedAnswer } from "./record.js";
import { told, type Told } from "./told.js";
import { type Answers, openWorkers } from "./workers.js";

/** Answers lines, the first of which is the `first` of the input. */
type Answer = (lines: readonly Line[], first: number) => Promise<Answers> | Answers;

/**
 * The `batch` command: one request a line in, one decision a line out, in order. What a chunk of
 * input holds is written before much more is read, so memory stays flat and a slow reader slows us.
 */
export async function batch(context: Context, flags: BatchFlags): Promise<ExitCode> {
  const rules = await openRules(context, flags);
  const { workers } = flags;
  if (workers === 1) {
    const here: Answer = (lines, first) => answerLines(rules.evaluator, context, lines, first);
    return closing(rules, () => answerAll(context, rules, here, 1));
  }
  const { language } = context;
  const pool = openWorkers(workers, {
    language,
    bundle: rules.bytes,
    recorded: rules.recorder !== null,
  });
  try {
    // Twice as many as can be worked on: nobody waits for the reader.
    return await closing(rules, () => answerAll(context, rules, pool.answer, workers * 2));
  } finally {
    await pool.close();
  }
}

async function closing({ recorder }: Rules, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } finally {
    await recorder?.close();
  }
}

/** Reads, answers and writes, with so many chunks of lines under way at a time. */
async function answerAll(
  context: Context,
  { recorder }: Rules,
  answer: Answer,
  underWay: number,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.good;
  const ready = async (answers: Answers): Promise<Told> => {
    if ("bytes" in answers) return answers;
    if (recorder === null) return told(answers);
    return told(await Promise.all(answers.map((one) => recordedAnswer(recorder, context, one))));
  };
  const give = async (answers: Answers): Promise<void> => {
    const { bytes, exit } = await ready(answers);
    if (exit > code) code = exit;
    if (bytes.length > 0) await write(context.stdout, bytes);
  };
  const waiting: ReturnType<Answer>[] = [];
  let number = 1;
  for await (const lines of linesOf(context.stdin)) {
    waiting.push(answer(lines, number));
    number += lines.length;
    const next = waiting.length < underWay ? undefined : waiting.shift();
    if (next !== undefined) await give(await next);
  }
  for (const answers of waiting) await give(await answers);
  return code;
}
