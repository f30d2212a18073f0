import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Bundle, readBundle } from "../../src/bundle/index.js";
import { createEvaluatorFrom, createPolicy } from "../../src/evaluator/index.js";
import type { Evaluator, Policy } from "../../src/evaluator/index.js";
import { parseYaml } from "../../src/input/yaml.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What doors lead to, made once. */
export interface Product {
  readonly root: string;
  readonly archive: Uint8Array<ArrayBuffer>;
  readonly bundle: Bundle;
  readonly evaluator: Evaluator;
  readonly policy: Policy;
  /** The examples as they stand in their files; those and all fixtures as JSON. */
  readonly examples: readonly Uint8Array[];
  readonly json: readonly Uint8Array[];
}

/** The files of a folder of the project, at any depth, as seeds. */
export const filesIn = (folder: string, ending: RegExp): Uint8Array[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => new Uint8Array(readFileSync(join(root, folder, name))));

export const createProduct = async (): Promise<Product> => {
  const archive = new Uint8Array(readFileSync(join(root, "build/bundle.tar.gz")));
  const bundle = await readBundle(archive);
  const examples = filesIn("examples", /\.(?:json|yaml)$/);
  const documents = [...examples, ...filesIn("test/fixtures", /\.(?:json|yaml)$/)];
  return {
    root,
    archive,
    bundle,
    evaluator: await createEvaluatorFrom(bundle),
    policy: await createPolicy(bundle),
    examples,
    json: documents.map((bytes) => Buffer.from(JSON.stringify(parseYaml(bytes).value))),
  };
};
