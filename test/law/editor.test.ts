// What counsel sees while typing, asked of the real language server: by the comment at the top of a
// file, and by the editor's settings alone for a file that has none.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startYamlServer, type YamlServer } from "../support/yaml-server.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const law = join(root, "policies/law");
const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8")) as Record<
  string,
  unknown
>;
const files = readdirSync(law, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("data.yaml"))
  .sort();
const textOf = (name: string): string => readFileSync(join(law, name), "utf8");
const withoutComment = (text: string): string => text.replace(/^# yaml-language-server.*\n/, "");

/** Half of the tests rely on the comment, half on the settings. */
const ways: [string, Record<string, unknown>, (text: string) => string, string][] = [
  ["by the comment in the file", { "yaml.schemas": {} }, (text) => text, "2025-11-01"],
  // A version that nobody has made yet: the settings name no date.
  ["by the editor's settings", settings, withoutComment, "2031-01-01"],
];

describe.each(ways)("the editor, %s", (_, given, prepared, version) => {
  let server: YamlServer;
  beforeAll(async () => {
    server = await startYamlServer(root, given);
  });
  afterAll(() => server.stop());

  const path = (name: string): string => join(law, name.replace("2025-11-01", version));
  const edited = (name: string, from: string, to: string): string => {
    const text = textOf(name);
    expect(text).toContain(from);
    return prepared(text.replace(from, to));
  };
  const lineOf = (text: string, part: string): number =>
    text.slice(0, text.indexOf(part)).split("\n").length - 1;

  it.each(files)("finds nothing wrong with %s as it stands", async (name) => {
    expect(await server.diagnose(path(name), prepared(textOf(name)))).toEqual([]);
  });

  const ANNEX = "2025-11-01/annex/data.yaml";
  const DUTIES = "2025-11-01/duties/data.yaml";
  it.each([
    [
      "a misspelt key",
      ANNEX,
      "    reposts: 100000\n",
      "    repost: 100000\n",
      "    repost:",
      /repost is not allowed/,
    ],
    ["a number in quotes", ANNEX, "yuan: 100000000", 'yuan: "100000000"', 'yuan: "', /integer/],
    ["an unknown word", ANNEX, "threat: serious", "threat: severe", "severe", /serious/],
    [
      "a limit of zero",
      DUTIES,
      "limit_minutes: 60",
      "limit_minutes: 0",
      "limit_minutes: 0",
      /minimum/,
    ],
    [
      "no English term",
      "2025-11-01/terms/data.yaml",
      "{ zh: 已履行, en: met }",
      "{ zh: 已履行 }",
      "{ zh: 已履行 }",
      /en/,
    ],
    [
      "a version without a date",
      "data.yaml",
      '    valid_from: "2025-11-01"\n',
      "",
      "- id:",
      /valid_from/,
    ],
    [
      "a reading without a source",
      "2025-11-01/readings/data.yaml",
      "  source: 附件三情形第2项、条件第4项（官方文本 / official text）\n",
      "",
      "core_data_at",
      /source/,
    ],
  ])("shows %s where it stands", async (_name, file, from, to, place, message) => {
    const text = edited(file, from, to);
    const found = await server.diagnose(path(file), text);
    const told = found.find((one) => message.test(one.message));
    expect(told, JSON.stringify(found)).toBeDefined();
    const line = lineOf(text, place);
    // What is missing is shown at the object that lacks it, which may begin a line further down.
    expect([line, line + 1]).toContain(told?.range.start.line);
  });

  it("offers the keys of a duty, and explains them", async () => {
    const text = edited(
      DUTIES,
      "  manner: promptly\n  limit_minutes: 240\n",
      "  manner: promptly\n  \n",
    );
    const line = lineOf(text, "\n  \n") + 1;
    const items = await server.complete(path(DUTIES), text, line, 2);
    const limit = items.find(({ label }) => label === "limit_minutes");
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["limit_minutes", "limit_days"]),
    );
    expect(JSON.stringify(limit?.documentation)).toMatch(/exactly at the limit is in time/);
  });

  it("offers the words that a field may hold", async () => {
    const text = edited(ANNEX, "threat: serious", "threat: ");
    const line = lineOf(text, "threat: \n");
    const items = await server.complete(path(ANNEX), text, line, "    threat: ".length);
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["serious", "especially_serious"]),
    );
  });

  it("says what a field means when the mouse rests on it", async () => {
    const text = prepared(textOf(ANNEX));
    const line = lineOf(text, "    persons: 100000000");
    expect(await server.hover(path(ANNEX), text, line, 6)).toMatch(/persons|人/);
  });
});

describe("the schemas of the law's data", () => {
  const folder = join(root, "schemas/law");
  interface Schema {
    $ref?: string;
    description?: string;
    properties?: Record<string, Schema>;
    [key: string]: unknown;
  }
  /** Members that an editor could show nothing about. */
  const unexplained = (schema: Schema, path: string, whole: Schema): string[] => {
    const members = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
      const target = member.$ref
        ?.split("/")
        .slice(1)
        .reduce<unknown>((at, key) => (at as Schema)[key], whole);
      const said = member.description ?? (target as Schema | undefined)?.description;
      return [
        ...(said ? [] : [`${path}/${name}`]),
        ...unexplained(member, `${path}/${name}`, whole),
      ];
    });
    const inner = ["items", "additionalProperties", "then", "else"]
      .map((key) => schema[key])
      .filter((one): one is Schema => typeof one === "object" && one !== null);
    const defined = Object.values((schema.$defs ?? {}) as Record<string, Schema>);
    return [...members, ...[...inner, ...defined].flatMap((one) => unexplained(one, path, whole))];
  };

  it.each(readdirSync(folder))("%s explains every member to whoever edits it", (name) => {
    const schema = JSON.parse(readFileSync(join(folder, name), "utf8")) as Schema;
    expect(unexplained(schema, name, schema)).toEqual([]);
  });
});
