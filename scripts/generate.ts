// Makes src/generated/ from schemas/: types, and validators compiled ahead of time, because edge
// runtimes and CSP forbid `new Function`. Run: node --import tsx scripts/generate.ts
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compilePlaces } from "./generate/places.js";
import { compileTypes } from "./generate/types.js";
import { compileValidators, declareValidators, SCHEMA_CHECK } from "./generate/validators.js";
import { openapiComponents } from "./generate/openapi.js";
import { type Schema, typeName } from "./generate/schema.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const output = join(root, "src/generated");
const stampFile = join(output, "stamp.txt");

/** Files that decide what is generated; if none changed there is nothing to do. */
const inputs = (): string[] => [
  ...jsonFiles("schemas"),
  ...jsonFiles("schemas/law"),
  "scripts/generate.ts",
  "scripts/generate/places.ts",
  "scripts/generate/openapi.ts",
  "scripts/generate/schema.ts",
  "scripts/generate/types.ts",
  "scripts/generate/validators.ts",
  "src/evaluator/validate/formats.ts",
  "src/evaluator/validate/time.ts",
  "package-lock.json",
];

const jsonFiles = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(".schema.json"))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];

const stampOf = (files: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const file of files) {
    const path = join(root, file);
    hash
      .update(`${file}\0`)
      .update(existsSync(path) ? readFileSync(path) : "")
      .update("\0");
  }
  return `${hash.digest("hex")}\n`;
};

const readSchemas = (folder: string): Schema[] =>
  jsonFiles(folder).map((file) => {
    const schema = JSON.parse(readFileSync(join(root, file), "utf8")) as Schema;
    if (schema.$id !== `https://amrnci.dev/${file}`) {
      throw new Error(`${file}: $id must be https://amrnci.dev/${file}`);
    }
    return schema;
  });

const generate = async (): Promise<void> => {
  const stamp = stampOf(inputs());
  const made = [
    "validators",
    "decision-validator",
    "document-validators",
    "law-validators",
  ].flatMap((name) => [`${name}.js`, `${name}.d.ts`]);
  const complete = ["types.ts", "incident-places.ts", "openapi.ts", ...made]
    .filter((name) => !name.startsWith("law-") || jsonFiles("schemas/law").length > 0)
    .every((name) => existsSync(join(output, name)));
  if (complete && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) {
    console.error("src/generated is up to date");
    return;
  }
  mkdirSync(output, { recursive: true });
  const schemas = readSchemas("schemas");
  const write = (name: string, text: string): void => {
    writeFileSync(join(output, name), text);
  };
  const validators = async (
    file: string,
    names: readonly string[],
    prefixes: readonly string[],
  ): Promise<void> => {
    const targets = names.flatMap((name) =>
      prefixes.map((prefix) => ({
        name: `${prefix}${typeName(name)}`,
        schema: name,
        all: prefix === "explain",
      })),
    );
    write(`${file}.js`, await compileValidators(schemas, targets, root));
    write(`${file}.d.ts`, declareValidators(names, prefixes));
  };
  write("types.ts", await compileTypes(schemas));
  for (const schema of schemas) {
    if (schema.title === "Incident") write("incident-places.ts", compilePlaces(schema));
  }
  // A document is checked once to see whether it is valid, and only if it is not, a second time to
  // list what is wrong. Decisions and fixtures stand apart: evaluating needs neither.
  await validators("validators", ["request", "incident"], ["is", "explain"]);
  // Whoever loads a bundle asks whether what it decides is a decision at all, and needs no list.
  await validators("decision-validator", ["decision"], ["is"]);
  await validators(
    "document-validators",
    ["decision", "fixture", "record", "masking"],
    ["is", "explain"],
  );
  write("openapi.ts", openapiComponents(schemas));
  await generateLaw(write);
  writeFileSync(stampFile, stamp);
  console.error("src/generated is made anew");
};

/** The schemas of the law's data are counsel's tool and no part of the library: a file of their own. */
const generateLaw = async (write: (name: string, text: string) => void): Promise<void> => {
  const schemas = readSchemas("schemas/law");
  if (schemas.length === 0) return;
  const names = schemas.map(({ $id }) => basename($id, ".schema.json"));
  const all = [...readSchemas("schemas"), ...schemas];
  const targets = names.map((name) => ({ name: camel(name), schema: `law/${name}`, all: true }));
  write("law-validators.js", await compileValidators(all, targets, root));
  write("law-validators.d.ts", declareLaw(names.map(camel)));
};

const camel = (name: string): string =>
  name.replace(/[-_.]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const declareLaw = (names: readonly string[]): string =>
  [
    "// Made by scripts/generate.ts from schemas/law/. Do not edit.",
    SCHEMA_CHECK,
    ...names.map((name) => `export declare const ${name}: SchemaCheck;`),
    "",
  ].join("\n");

await generate();
