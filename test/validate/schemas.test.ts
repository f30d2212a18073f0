import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { isTime } from "../../src/evaluator/validate/index.js";

type Schema = Record<string, unknown> & {
  properties?: Record<string, Schema>;
  $defs?: Record<string, Schema>;
};

const NAMES = ["incident", "request", "decision", "fixture"];
const read = (name: string): Schema =>
  JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8")) as Schema;
const schemas = new Map(NAMES.map((name) => [name, read(name)]));

const each = (schema: unknown, visit: (schema: Schema, at: string) => void, at = "#"): void => {
  if (typeof schema !== "object" || schema === null) return;
  if (!Array.isArray(schema)) visit(schema as Schema, at);
  for (const [name, member] of Object.entries(schema)) each(member, visit, `${at}/${name}`);
};

describe.each(NAMES)("the published schema %s", (name) => {
  it("is strict JSON Schema 2020-12 for any validator", () => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      formats: { "date-time": isTime },
    });
    for (const schema of schemas.values()) ajv.addSchema(schema);
    expect(ajv.getSchema(`https://amrnci.dev/schemas/${name}.schema.json`)).toBeTypeOf("function");
  });

  it("says of each property what it means", () => {
    const silent: string[] = [];
    each(schemas.get(name), (schema, at) => {
      if (at.endsWith("/properties")) return;
      for (const [property, member] of Object.entries(schema.properties ?? {})) {
        const words =
          member.description === undefined && typeof member.$ref === "string" ? "ref" : member;
        if (words !== "ref" && !(member.title && member.description))
          silent.push(`${at}/${property}`);
      }
    });
    expect(silent).toEqual([]);
  });

  it("lets no object have members that it does not name", () => {
    const open: string[] = [];
    each(schemas.get(name), (schema, at) => {
      if (schema.type === "object" && schema.additionalProperties !== false) open.push(at);
    });
    expect(open.sort()).toEqual(
      {
        request: ["#/$defs/reading_choices"],
        decision: [
          "#/$defs/notice/properties/params",
          "#/$defs/readings_used",
          "#/$defs/stated_value/anyOf/2",
        ],
      }[name] ?? [],
    );
  });
});
