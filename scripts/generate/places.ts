import type { Schema } from "./schema.js";

/**
 * A module that names every place of an incident by its JSON Pointer: `text` where nothing but free
 * text stands, which rules read only to see whether it is there; `fact` for all else. Lists are not
 * looked into.
 */
export const compilePlaces = (incident: Schema): string => {
  const places = new Map<string, "text" | "fact">();
  const walk = (schema: Schema, pointer: string): "text" | "fact" => {
    const target = resolved(incident, schema);
    const kind = target.properties === undefined ? leaf(target) : members(target, pointer);
    if (pointer !== "") places.set(pointer, kind);
    return kind;
  };
  const members = ({ properties }: Schema, pointer: string): "text" | "fact" =>
    Object.entries(properties as Record<string, Schema>)
      .map(([name, member]) => walk(member, `${pointer}/${name}`))
      .every((kind) => kind === "text")
      ? "text"
      : "fact";
  walk(incident, "");
  const lines = [...places].sort().map(([pointer, kind]) => `  "${pointer}": "${kind}",`);
  return [
    "// Made by scripts/generate.ts from schemas/incident.schema.json. Do not edit.",
    'export const INCIDENT_PLACES: Readonly<Partial<Record<string, "text" | "fact">>> = {',
    ...lines,
    "};",
    "",
  ].join("\n");
};

const resolved = (incident: Schema, schema: Schema): Schema => {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  const definition = incident.$defs?.[$ref.replace("#/$defs/", "")];
  if (definition === undefined) throw new Error(`${$ref} is not defined in the incident's schema`);
  return resolved(incident, definition as Schema);
};

const leaf = ({ type, format }: Schema): "text" | "fact" =>
  type === "string" && format === undefined ? "text" : "fact";
