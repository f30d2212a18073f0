import { counts, type Finding, type Result } from "../result.js";
import type { Format } from "./format.js";
import { xml } from "./xml.js";

/** JUnit XML, as CI servers read it: a bad answer is a failure, a file that gives none an error. */
export const junit: Format = (results) => {
  const { total, failed } = counts(results);
  const errors = results.filter(({ findings }) => findings.some(isError)).length;
  const numbers = `tests="${String(total)}" failures="${String(failed - errors)}" errors="${String(errors)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="amrnci" ${numbers}>`,
    `  <testsuite name="amrnci" ${numbers} skipped="0">`,
    ...results.map(testcase),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
};

function isError({ kind }: Finding): boolean {
  return kind === "error";
}

function testcase({ file, title, passed, findings }: Result): string {
  const open = `    <testcase name="${xml(title)}" classname="${xml(file)}" file="${xml(file)}"`;
  if (passed) return `${open}/>`;
  const reasons = findings.map(({ kind, rule, message, position }) => {
    const start = `      <${kind} type="${xml(rule)}" message="${xml(message)}"`;
    if (kind === "error") return `${start}/>`;
    const line = position === null ? "" : `:${String(position.line)}`;
    return `${start}>${xml(file + line)}</${kind}>`;
  });
  return [`${open}>`, ...reasons, "    </testcase>"].join("\n");
}
