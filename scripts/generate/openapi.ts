import { basename } from "node:path";
import { typeName, type Schema } from "./schema.js";

const SHOWN = ["request", "incident", "decision"];

/**
 * A module with the schemas of what the HTTP service takes and gives, as components of one OpenAPI
 * document: references point into it, and schemas have no addresses of their own.
 */
export const openapiComponents = (schemas: readonly Schema[]): string => {
  const shown = schemas.filter(({ $id }) => SHOWN.includes(nameOf($id)));
  const components = Object.fromEntries(
    shown.map((schema) => [
      typeName(nameOf(schema.$id)),
      moved({ ...schema, $id: undefined, $schema: undefined }, typeName(nameOf(schema.$id))),
    ]),
  );
  return [
    "// Made by scripts/generate.ts from schemas/. Do not edit.",
    `export const components: Readonly<Record<string, object>> = ${JSON.stringify(components)};`,
    "",
  ].join("\n");
};

const nameOf = ($id: string): string => basename($id, ".schema.json");

const moved = (value: unknown, component: string): unknown => {
  if (Array.isArray(value)) return value.map((entry) => moved(entry, component));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    key === "$ref" && typeof member === "string"
      ? reference(member, component)
      : moved(member, component),
  ]);
  return Object.fromEntries(entries) as object;
};

// `incident.schema.json#/$defs/time` becomes `#/components/schemas/Incident/$defs/time`.
const reference = (text: string, component: string): string => {
  const [file = "", pointer = ""] = text.split("#");
  const target = file === "" ? component : typeName(nameOf(file));
  return `#/components/schemas/${target}${pointer}`;
};
