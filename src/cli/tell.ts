import type { Context } from "./context.js";
import { EXIT, type ExitCode } from "./exit.js";
import { failureOf } from "./failure-of.js";
import { coloursFor } from "./terminal/colour.js";
import { sayIssue } from "./failure.js";
import { harmless } from "./terminal/harmless.js";

const SHOWN_ISSUES = 20;

/** Tells an error on stderr, in one line and one more for each issue; gives the exit code. */
export function tell(context: Context, error: unknown): ExitCode {
  const { stderr, env, words } = context;
  const failure = failureOf(error, context);
  const colours = coloursFor(stderr, env);
  const lines = [
    `${colours.red(`${words.error} [${failure.code}]`)}: ${harmless(failure.message)}`,
  ];
  for (const issue of failure.issues.slice(0, SHOWN_ISSUES)) {
    lines.push(`  ${harmless(sayIssue(issue))}`);
  }
  if (failure.exit === EXIT.wrongUse && failure.code.startsWith("usage"))
    lines.push(words.error_hint);
  stderr.write(`${lines.join("\n")}\n`);
  return failure.exit;
}
