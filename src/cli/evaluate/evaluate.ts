import type { Request } from "../../generated/types.js";
import type { EvaluateFlags } from "../flags.js";
import type { Context } from "../context.js";
import { decide } from "../decide.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { write } from "../io/write.js";
import { openRules, type Rules } from "../open-rules.js";

/** The `evaluate` command: one incident or request, and the answer for people or programs. */
export async function evaluate(
  context: Context,
  file: string,
  flags: EvaluateFlags,
): Promise<ExitCode> {
  const rules = await openRules(context, flags);
  try {
    return await answer(context, file, flags, rules);
  } finally {
    await rules.recorder?.close();
  }
}

async function answer(
  context: Context,
  file: string,
  flags: EvaluateFlags,
  { evaluator, recorder }: Rules,
): Promise<ExitCode> {
  const { request, decision } = await decide(context, file, flags, evaluator);
  const good = decision.status !== "invalid";
  // Before the answer is given: without a record there may be none.
  await recorder?.record(request as unknown as Request, decision);
  const compares = good && (flags.format === "pretty" || flags.compare === true);
  const comparison = compares ? evaluator.compareReadings(request) : [];
  if (flags.format === "json") {
    const answer = flags.compare === true ? { ...decision, comparison } : decision;
    await write(context.stdout, `${JSON.stringify(answer, null, 2)}\n`);
  } else {
    if (decision.status === "invalid") {
      throw new Failure(
        EXIT.bad,
        "request_invalid",
        context.words.code_request_invalid,
        decision.errors,
      );
    }
    const { pretty } = await import("./pretty.js");
    await write(
      context.stdout,
      pretty(context, { request, decision, comparison, data: evaluator.data }),
    );
  }
  return good ? EXIT.good : EXIT.bad;
}
