import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import type { Counterexample } from "./counterexample.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = join(root, ".cache/proof");

/**
 * Writes a counterexample as the draft of a fixture, and says where. What is expected is left open:
 * it is worked out from the text, and taken from neither of the two.
 */
export const keepCounterexample = (found: Counterexample): string => {
  const { name, between, request, parts, said } = found;
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${[name, ...between].join("-").replaceAll("/", "-")}.yaml`);
  const comment = [
    `${name}: ${between.join(" and ")} differ in ${parts.join(", ")}.`,
    "Read the article, mend the one that is wrong, fill in what is open below, and move this file",
    "to test/fixtures/found.",
    ...stringify(said).trimEnd().split("\n"),
  ].map((line) => `# ${line}`);
  const draft = { title: "?", why: "?", ...(request as object), expect: {} };
  writeFileSync(file, `${comment.join("\n")}\n${stringify(draft)}`);
  return relative(root, file);
};
