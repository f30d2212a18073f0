import type { Format } from "./format.js";

/** Workflow commands of GitHub Actions, which it shows at the line of the file. */
export const github: Format = (results, { summary }) => {
  const lines = results.flatMap(({ file, findings }) =>
    findings.map(({ position, rule, message }) => annotation(file, position, rule, message)),
  );
  return `${[...lines, summary].join("\n")}\n`;
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
