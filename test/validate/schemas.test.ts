import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
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

/** A schema with its reference followed. */
const resolved = (schema: Schema | undefined): Schema => {
  if (typeof schema?.$ref !== "string") return schema ?? {};
  const [file, pointer = ""] = schema.$ref.split("#");
  const root = schemas.get((file ?? "").replace(".schema.json", "") || "incident");
  const target = pointer === "" ? root : root?.$defs?.[pointer.replace("/$defs/", "")];
  return resolved(target);
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

describe("the policy's own check of a request", () => {
  const tables = parse(readFileSync("policies/tables/request/data.yaml", "utf8")) as {
    objects: { path: string[]; members: Record<string, string> }[];
    lists: { path: string[]; members: Record<string, string>; required: string[] }[];
    kinds: Record<string, { words?: Record<string, true> }>;
    words: Record<string, Record<string, true>>;
  };

  const at = (path: readonly string[]): Schema =>
    path.reduce<Schema>(
      (schema, name) => resolved(schema.properties?.[name]),
      schemas.get("request") ?? {},
    );
  const entryOf = (list: Schema): Schema =>
    resolved(((list.anyOf as Schema[] | undefined)?.[0] as { items?: Schema } | undefined)?.items);

  const wordsOf = (schema: Schema): string[] =>
    ((resolved(schema).enum as unknown[] | undefined) ?? [])
      .filter((word) => typeof word === "string")
      .sort();

  const compare = (schema: Schema, members: Record<string, string>): void => {
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual(Object.keys(members).sort());
    for (const [member, kind] of Object.entries(members)) {
      const words = Object.keys(tables.kinds[kind]?.words ?? {}).sort();
      const property = schema.properties?.[member] ?? {};
      const stated = wordsOf(property);
      if (stated.length > 0 && kind !== "duty") expect([member, stated]).toEqual([member, words]);
    }
  };

  it.each(tables.objects.map(({ path, members }) => [path.join("/"), path, members] as const))(
    "knows the same members of /%s",
    (_, path, members) => {
      compare(at(path), members);
    },
  );

  it.each(
    tables.lists.map(
      ({ path, members, required }) => [path.join("/"), path, members, required] as const,
    ),
  )("knows the same members of the entries of /%s", (_, path, members, required) => {
    const entry = entryOf(at(path));
    compare(entry, members);
    expect(((entry.required as string[] | undefined) ?? []).toSorted()).toEqual(
      required.toSorted(),
    );
  });

  it("knows the same words of lists of words", () => {
    const defs = schemas.get("incident")?.$defs ?? {};
    expect(wordsOf(defs.effect ?? {})).toEqual(Object.keys(tables.words.effect ?? {}).sort());
    expect(wordsOf(defs.service ?? {})).toEqual(Object.keys(tables.words.service ?? {}).sort());
  });
});
