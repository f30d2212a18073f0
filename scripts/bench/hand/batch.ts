// The hand-written decision in the harness of our `batch`: the same reader of lines, the same parser and
// validation, the same writer.
import { readFileSync } from "node:fs";
import { write } from "../../../src/cli/io/write.js";
import { validateRequest } from "../../../src/evaluator/validate/index.js";
import { isBlank, linesOf, parseJson } from "../../../src/input/index.js";
import { createHand } from "./decide.js";
import type { Law } from "./law.js";

const decide = createHand(JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as { law: Law });

for await (const lines of linesOf(process.stdin)) {
  let text = "";
  for (const line of lines) {
    if (line === "too_long") throw new Error("the benchmark has no such lines");
    if (isBlank(line)) continue;
    text += `${JSON.stringify(decide(validateRequest(parseJson(line).value)))}\n`;
  }
  if (text !== "") await write(process.stdout, text);
}
