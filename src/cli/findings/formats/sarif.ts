import type { Format } from "./format.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0: one result for each finding, at its line. */
export const sarif: Format = (results, { version }) => {
  const found = results.flatMap(({ file, findings }) =>
    findings.map((finding) => ({ ...finding, file })),
  );
  const rules = [...new Set(found.map(({ rule }) => rule))].sort();
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "amrnci", version, rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: found.map(({ rule, message, file, position }) => ({
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

/** A file name as a URI reference: each part escaped, the slashes kept. */
function uriOf(file: string): string {
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
