import type { Format } from "./format.js";
import type { Position } from "../../io/document.js";
import { sayError, sayMismatch } from "../say.js";
import type { Result } from "../result.js";

interface Finding {
  rule: string;
  message: string;
  file: string;
  position: Position | null;
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0: one result for each mismatch, whose rule is the criterion or duty that it is about. */
export const sarif: Format = (results, { words, version }) => {
  const findings = results.flatMap((result) =>
    findingsOf(result, (one) => sayMismatch(one, words)),
  );
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "amrnci", version, rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: findings.map(({ rule, message, file, position }) => ({
          ruleId: rule,
          ruleIndex: rules.indexOf(rule),
          level: "error",
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                ...(position === null
                  ? {}
                  : { region: { startLine: position.line, startColumn: position.column } }),
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function findingsOf(
  result: Result,
  say: (mismatch: Result["mismatches"][number]) => string,
): Finding[] {
  const { file, error, mismatches } = result;
  return [
    ...(error === null
      ? []
      : [{ rule: error.code, message: sayError(result), file, position: error.position }]),
    ...mismatches.map((one) => ({
      rule: one.rule ?? "decision",
      message: say(one),
      file,
      position: one.position,
    })),
  ];
}

/** A file name as a URI reference: each part escaped, the slashes kept. */
function uriOf(file: string): string {
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
