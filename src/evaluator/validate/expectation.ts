import type { Issue } from "../../errors.js";

/** What a schema expects of a value, in the few words that messages are made from. */
export interface Expectation {
  readonly expected: string;
  readonly params?: NonNullable<Issue["params"]>;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

// Definitions whose name is the kind itself (contract, section 2).
const KINDS: ReadonlySet<string> = new Set([
  "quantity",
  "percent",
  "yes_no",
  "time",
  "beijing_time",
  "need",
]);

/** Says what a schema expects. `kind` is the name that the generator gives to each definition. */
export const expectationOf = (schema: JsonSchema | undefined): Expectation => {
  if (schema === undefined) return { expected: "value" };
  const kind = schema.kind ?? referenced(schema.$ref);
  if (typeof kind === "string" && KINDS.has(kind)) return { expected: kind };
  if (schema.format === "date-time") return { expected: "time" };
  if (Array.isArray(schema.enum)) return choice(schema.enum);
  if ("const" in schema) return choice([schema.const]);
  if (Array.isArray(schema.anyOf)) return alternatives(schema.anyOf as JsonSchema[]);
  if (Array.isArray(schema.oneOf)) return { expected: "object" };
  return byType(schema, kind);
};

const referenced = (reference: unknown): string | undefined =>
  typeof reference === "string"
    ? reference.replace(/^.*[/#]/, "").replace(/\.schema\.json$/, "")
    : undefined;

const choice = (values: readonly unknown[]): Expectation =>
  values.length === 3 && values.includes(true) && values.includes("unknown")
    ? { expected: "yes_no" }
    : { expected: "choice", params: { words: values.map((value) => JSON.stringify(value)) } };

const alternatives = (schemas: readonly JsonSchema[]): Expectation => {
  const open = schemas.some((schema) => schema.const === "unknown");
  if (open && schemas[0]?.type === "array") return { expected: "open_list" };
  const nullable = schemas.length === 2 && schemas[1]?.type === "null";
  if (!nullable) return { expected: "value" };
  const inner = expectationOf(schemas[0]);
  return { ...inner, params: { ...inner.params, or: "null" } };
};

const byType = (schema: JsonSchema, kind: unknown): Expectation => {
  const types = Array.isArray(schema.type) ? (schema.type as unknown[]) : [schema.type];
  const type = types.find((one) => one !== "null");
  const or: Params = types.length > 1 && types.includes("null") ? { or: "null" } : {};
  switch (type) {
    case "integer":
      return {
        expected: "whole_number",
        params: { ...limits(schema, "minimum", "maximum"), ...or },
      };
    case "string":
      return {
        expected: "text",
        params: { ...limits(schema, "minLength", "maxLength"), ...pattern(schema), ...or },
      };
    case "array":
      return { expected: "list", params: limits(schema, "minItems", "maxItems") };
    case "object":
      return { expected: "object", params: limits(schema, "minProperties", "maxProperties") };
    case "boolean":
      return { expected: "truth" };
    default:
      if (types[0] === "null") return { expected: "null" };
      return { expected: typeof kind === "string" ? kind : "value" };
  }
};

type Params = NonNullable<Issue["params"]>;

const pattern = (schema: JsonSchema): Params =>
  typeof schema.pattern === "string" ? { pattern: schema.pattern } : {};

const limits = (schema: JsonSchema, least: string, most: string): Params => ({
  ...(typeof schema[least] === "number" ? { least: schema[least] } : {}),
  ...(typeof schema[most] === "number" ? { most: schema[most] } : {}),
});
