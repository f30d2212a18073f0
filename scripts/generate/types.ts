import { basename } from "node:path";
import { compile } from "json-schema-to-typescript";
import { type Json, type Schema, typeName } from "./schema.js";

/** TypeScript types of all schemas and of their definitions, in one module. */
export const compileTypes = async (schemas: readonly Schema[]): Promise<string> => {
  const definitions: Record<string, Json> = {};
  const add = (name: string, schema: unknown): void => {
    if (definitions[name] !== undefined) throw new Error(`two definitions are called ${name}`);
    definitions[name] = { ...(plain(schema) as Record<string, Json>), title: name };
  };
  for (const schema of schemas) {
    const { $defs = {}, $id, ...rest } = schema;
    // A file that only refers to one of its definitions has no type of its own.
    if (rest.$ref === undefined) add(typeName(basename($id, ".schema.json")), rest);
    for (const [name, definition] of Object.entries($defs)) add(typeName(name), definition);
  }
  const bundle = {
    title: "Documents",
    $defs: definitions,
    type: "object",
    additionalProperties: false,
  };
  const text = await compile(bundle as Parameters<typeof compile>[0], "Documents", {
    additionalProperties: false,
    bannerComment: "// Made by scripts/generate.ts from schemas/. Do not edit.",
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { printWidth: 100 },
  });
  return tidy(text);
};

/**
 * A schema as the type compiler should see it: a title makes it invent a named type, so only
 * definitions keep one; and a reference becomes the name of its definition, because the compiler
 * copies what a reference with a description of its own points to.
 */
const plain = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value as Json;
  const { $ref, ...rest } = value as Record<string, unknown>;
  if (rest.maxItems === 0)
    return { tsType: "readonly []", description: rest.description as string };
  const entries = Object.entries(rest)
    .filter(([key]) => key !== "title" && key !== "$schema")
    .map(([key, member]): [string, Json] => [
      key,
      key === "properties" ? members(member as Record<string, unknown>) : plain(member),
    ]);
  if (typeof $ref === "string") {
    return { ...Object.fromEntries(entries), tsType: referenceName($ref) };
  }
  return Object.fromEntries(entries);
};

// Names of properties are no keywords: an incident has a `title`.
const members = (properties: Record<string, unknown>): Json =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, plain(schema)]));

const referenceName = (reference: string): string => {
  const [file = "", pointer = ""] = reference.split("#");
  return typeName(pointer.replace(/^\/\$defs\//, "") || basename(file, ".schema.json"));
};

const tidy = (text: string): string =>
  `${text
    // A remark on where each type was found, which says nothing here.
    .replace(
      / \* This interface was referenced by `Documents`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g,
      "",
    )
    .replace(/\/\*\*\n \*\/\n/g, "")
    .replace(/ \* ?\n(?= \*\/)/g, "")
    .replace(/export interface Documents \{\s*\}\n?/, "")
    .trim()}\n`;
