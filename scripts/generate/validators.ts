import { basename } from "node:path";
import { Ajv2020, type Options } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { _ } from "ajv/dist/compile/codegen/index.js";
import { build } from "esbuild";
import { FORMATS } from "../../src/evaluator/validate/formats.js";
import { typeName, type Schema } from "./schema.js";

/** One function to compile: for which schema, and whether it lists all errors or stops at one. */
export interface Target {
  readonly name: string;
  readonly schema: string;
  readonly all: boolean;
}

/** An ES module with one validator per target, without imports and without run-time compilation. */
export const compileValidators = async (
  schemas: readonly Schema[],
  targets: readonly Target[],
  root: string,
): Promise<string> => {
  const parts = [true, false].map((all) =>
    moduleOf(
      schemas,
      targets.filter((target) => target.all === all),
      all,
    ),
  );
  const files = new Map(parts.map((code, index) => [`part${String(index)}`, code]));
  const result = await build({
    stdin: {
      contents: [...files.keys()].map((name) => `export * from "${name}";`).join("\n"),
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minifySyntax: true,
    write: false,
    logLevel: "error",
    plugins: [
      {
        name: "parts",
        setup: (builder) => {
          builder.onResolve({ filter: /^part\d$/ }, ({ path }) => ({ path, namespace: "parts" }));
          builder.onLoad({ filter: /.*/, namespace: "parts" }, ({ path }) => ({
            contents: files.get(path) ?? "",
            resolveDir: root,
          }));
        },
      },
    ],
  });
  const code = result.outputFiles[0]?.text ?? "";
  if (/\brequire\(|new Function|^import\b/m.test(code.replace(OWN_SOURCE, ""))) {
    throw new Error("the validators must run without require, imports and code generation");
  }
  return `// Made by scripts/generate.ts from schemas/. Do not edit.\n${code}`;
};

// A text inside each helper of ajv that names its own source; it is never called.
const OWN_SOURCE = /\b\w+\.code = 'require\([^']*';/g;

const FORMATS_SOURCE = `require("formats")`;

const moduleOf = (schemas: readonly Schema[], targets: readonly Target[], all: boolean): string => {
  if (targets.length === 0) return "";
  const options: Options = {
    strict: true,
    // Types often stand beside a keyword's own schema (if/then, anyOf): not an error of meaning.
    strictTypes: false,
    strictRequired: false,
    allErrors: all,
    discriminator: true,
    // When listing, an error carries its value and its schema, from which issues are made
    // (src/evaluator/validate). When only asking, that would cost as much again.
    verbose: all,
    // Words are made elsewhere, in two languages.
    messages: false,
    // A function per definition instead of copies of it: a quarter of the size.
    inlineRefs: false,
    formats: FORMATS,
    code: {
      source: true,
      esm: true,
      lines: true,
      optimize: 2,
      formats: _`require("formats")`,
    },
  };
  const judge = new Ajv2020(options);
  const ajv = new Compiler({ ...options, validateSchema: false });
  ajv.addKeyword(KIND);
  for (const schema of schemas) {
    judge.addSchema(withDiscriminator(schema));
    ajv.addSchema(
      withDiscriminator(
        all ? withKinds(withoutWords(schema) as Schema) : (withoutWords(schema) as Schema),
      ),
    );
  }
  const references = targets.map(({ name, schema }) => [
    name,
    `https://amrnci.dev/schemas/${schema}.schema.json`,
  ]);
  const code = standalone.default(ajv, Object.fromEntries(references) as Record<string, string>);
  // ajv writes `require` in ES modules too.
  return `import { FORMATS } from "./src/evaluator/validate/formats.ts";\n${code.replaceAll(FORMATS_SOURCE, "FORMATS")}`;
};

/**
 * Ajv of the 2020-12 dialect without $dynamicRef and unevaluated…, which our schemas don't use:
 * their bookkeeping would be in every function.
 */
class Compiler extends Ajv2020 {
  constructor(options: Options) {
    super(options);
    this.opts.unevaluated = false;
    this.opts.dynamicRef = false;
    this.removeKeyword("unevaluatedProperties").removeKeyword("unevaluatedItems");
  }
}

/** A schema without what is for readers only; ajv would copy it into the validators. */
const withoutWords = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, member]) => !(WORDS.has(key) && typeof member !== "object"))
    .map(([key, member]) => [key, withoutWords(member)] as const);
  return Object.fromEntries(entries);
};

/** A definition's name tells a reader of an error what kind of value is expected there. */
const withKinds = (schema: Schema): Schema => {
  const definitions = Object.entries(schema.$defs ?? {}).map(([name, definition]) => [
    name,
    { ...(definition as Record<string, unknown>), [KIND]: name },
  ]);
  const kind = basename(schema.$id, ".schema.json");
  return { ...schema, [KIND]: kind, $defs: Object.fromEntries(definitions) as Schema };
};

const KIND = "kind";

const WORDS: ReadonlySet<string> = new Set(["title", "description", "default", "$comment"]);

/**
 * The alternatives of a decision are told apart by `status`. ajv then reports only what is wrong
 * with the alternative meant; the published schema stays plain JSON Schema.
 */
const withDiscriminator = (schema: Schema): Schema => {
  if (!schema.$id.endsWith("/decision.schema.json")) return schema;
  const definitions = schema.$defs as Record<
    string,
    { properties?: { status?: { const?: string; enum?: string[] } } }
  >;
  const words = (schema.oneOf as { $ref: string }[]).flatMap(({ $ref }) => {
    const status = definitions[$ref.replace("#/$defs/", "")]?.properties?.status;
    return status?.enum ?? (status?.const === undefined ? [] : [status.const]);
  });
  return {
    ...schema,
    type: "object",
    properties: { status: { enum: words } },
    discriminator: { propertyName: "status" },
  };
};

/** The types that every module of validators declares beside its functions. */
export const SCHEMA_CHECK = `/** An error as ajv states it; with its value and schema where the function lists all errors. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly data?: unknown;
  readonly schema?: unknown;
  readonly parentSchema?: Readonly<Record<string, unknown>>;
}

/** True for a value that follows its schema; else \`errors\` says what is wrong, until the next call. */
export interface SchemaCheck<T = unknown> {
  (value: unknown): value is T;
  errors?: readonly SchemaError[] | null;
}
`;

/** The declarations of a module of validators. */
export const declareValidators = (
  names: readonly string[],
  prefixes: readonly string[],
): string => {
  const types = names.map(typeName);
  const checks = types.flatMap((type) =>
    prefixes.map((prefix) => `export declare const ${prefix}${type}: SchemaCheck<${type}>;`),
  );
  return [
    "// Made by scripts/generate.ts from schemas/. Do not edit.",
    `import type { ${types.join(", ")} } from "./types.js";`,
    "",
    SCHEMA_CHECK,
    ...checks,
    "",
  ].join("\n");
};
