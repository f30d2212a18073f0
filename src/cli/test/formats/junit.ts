import { counts } from "../result.js";
import { sayError, sayMismatch } from "../say.js";
import type { Result } from "../result.js";
import type { Format, Setting } from "./format.js";
import { xml } from "./xml.js";

/** JUnit XML, as CI servers read it: a mismatch is a failure, an unreadable fixture an error. */
export const junit: Format = (results, setting) => {
  const { total, failed } = counts(results);
  const errors = results.filter(({ error }) => error !== null).length;
  const numbers = `tests="${String(total)}" failures="${String(failed - errors)}" errors="${String(errors)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="amrnci" ${numbers}>`,
    `  <testsuite name="amrnci" ${numbers} skipped="0">`,
    ...results.map((result) => testcase(result, setting)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
};

function testcase(result: Result, { words }: Setting): string {
  const open = `    <testcase name="${xml(result.title)}" classname="${xml(result.file)}" file="${xml(result.file)}"`;
  if (result.passed) return `${open}/>`;
  const failures = result.mismatches.map((mismatch) => {
    const message = sayMismatch(mismatch, words);
    const type = mismatch.rule ?? "decision";
    const line = mismatch.position === null ? "" : `:${String(mismatch.position.line)}`;
    return `      <failure type="${xml(type)}" message="${xml(message)}">${xml(result.file + line)}</failure>`;
  });
  const error =
    result.error === null
      ? []
      : [`      <error type="${xml(result.error.code)}" message="${xml(sayError(result))}"/>`];
  return [`${open}>`, ...error, ...failures, "    </testcase>"].join("\n");
}
