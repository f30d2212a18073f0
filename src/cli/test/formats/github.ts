import type { Format } from "./format.js";
import { counts } from "../result.js";
import { sayError, sayMismatch } from "../say.js";
import { fill } from "../../../words/index.js";

/** Workflow commands of GitHub Actions, which it shows at the line of the fixture. */
export const github: Format = (results, { words }) => {
  const lines = results.flatMap((result) => [
    ...(result.error === null
      ? []
      : [annotation(result.file, result.error.position, result.error.code, sayError(result))]),
    ...result.mismatches.map((mismatch) =>
      annotation(
        result.file,
        mismatch.position,
        mismatch.rule ?? "decision",
        sayMismatch(mismatch, words),
      ),
    ),
  ]);
  return `${[...lines, fill(words.test_summary, counts(results))].join("\n")}\n`;
};

function annotation(
  file: string,
  position: { line: number; column: number } | null,
  title: string,
  message: string,
): string {
  const at =
    position === null ? "" : `,line=${String(position.line)},col=${String(position.column)}`;
  return `::error file=${property(file)}${at},title=${property(title)}::${data(message)}`;
}

// The escaping of actions/toolkit, packages/core/src/command.ts.
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
