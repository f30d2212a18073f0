// What programs and files rely on: the schemas of the JSON, the same bytes from the same facts, files that
// are not overwritten, and a writer of Word documents that nobody loads who does not ask for it.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/evaluator/validate/formats.js";
import { runCli } from "../cli/run-cli.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const incident = (name: string): string => join(root, "test/report/incidents", name);
const folder = mkdtempSync(join(tmpdir(), "amrnci-formats-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const out = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runCli(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
};

describe("the JSON of a document", () => {
  const schema = (name: string): object =>
    JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8")) as object;
  const ajv = new Ajv2020({ strict: false, formats: FORMATS });
  for (const name of ["incident", "request", "decision", "report", "checklist"]) {
    ajv.addSchema(schema(name));
  }
  const valid = (name: string, text: string): unknown => {
    const check = ajv.getSchema(`https://amrnci.dev/schemas/${name}.schema.json`)!;
    return [check(JSON.parse(text)), check.errors];
  };
  const json = ["--format", "json"];
  const since = ["--kind", "supplement", "--since", incident("earlier.yaml")];

  it.each([
    ["first", [incident("ransomware.yaml")]],
    ["supplement", [incident("later.yaml"), ...since]],
    ["summary", [incident("summary.yaml"), "--kind", "summary"]],
  ])("of a %s follows its schema in both languages", async (_, args) => {
    for (const lang of ["zh", "en"]) {
      expect(valid("report", await out("report", ...args, ...json, "--lang", lang))).toEqual([
        true,
        null,
      ]);
    }
  });

  it.each(["vendor-contracts", "voluntary-report", "related-duties", "leniency"])(
    "of %s follows its schema, with an incident and without",
    async (name) => {
      expect(valid("checklist", await out("checklist", name, ...json))).toEqual([true, null]);
      const filled = await out("checklist", name, incident("summary.yaml"), ...json);
      expect(valid("checklist", filled)).toEqual([true, null]);
    },
  );

  it("names what is missing by its place, and whether this report must hold it", async () => {
    const { missing } = JSON.parse(await out("report", incident("organ-cii.yaml"), ...json)) as {
      missing: unknown;
    };
    expect(missing).toContainEqual({ path: "/narrative/place", item: 2, required_now: true });
    expect(missing).toContainEqual({ path: "/ransomware", item: 2, required_now: true });
    expect(missing).toContainEqual({ path: "/narrative/trend", item: 3, required_now: false });
  });
});

describe("a file", () => {
  const args = ["report", incident("ransomware.yaml"), "--lang", "zh"];

  it.each(["md", "html", "json", "docx"])("of %s has the same bytes each time", async (format) => {
    const [one, two] = ["one", "two"].map((name) => join(folder, `${name}.${format}`));
    for (const output of [one!, two!]) await out(...args, "--format", format, "--output", output);
    expect(readFileSync(one!).equals(readFileSync(two!))).toBe(true);
  });

  it("that is there is kept, unless --force is given", async () => {
    const output = join(folder, "edited.md");
    writeFileSync(output, "edited by hand");
    const kept = await runCli([...args, "--output", output]);
    expect(kept.code).toBe(2);
    expect(kept.stderr).toContain("[usage]");
    expect(readFileSync(output, "utf8")).toBe("edited by hand");
    await out(...args, "--output", output, "--force");
    expect(readFileSync(output, "utf8")).toMatch(/^# 关于/);
  });

  it("is not made where something is wrong", async () => {
    const output = join(folder, "none.md");
    const wrong = [
      ["report", incident("missing.yaml"), "--output", output],
      ["report", incident("later.yaml"), "--since", incident("earlier.yaml"), "--output", output],
      ["report", incident("later.yaml"), "--output", join(folder, "no/such/folder.md")],
      ["report", incident("later.yaml"), "--format", "pdf", "--output", output],
      ["checklist", "everything", "--output", output],
    ];
    for (const one of wrong) expect(await runCli(one)).toMatchObject({ code: 2, stdout: "" });
    expect(existsSync(output)).toBe(false);
  });

  it("that is no earlier report is told with what is wrong with it", async () => {
    const bad = join(folder, "bad.json");
    writeFileSync(
      bad,
      JSON.stringify({ source: { request: { incident: { id: "x" } }, decision: {} } }),
    );
    const run = await runCli([
      "report",
      incident("later.yaml"),
      "--kind",
      "supplement",
      "--since",
      bad,
    ]);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/bad\.json.*\n/);
    expect(run.stderr).toContain("[decision_invalid]");
  });
});

describe("an HTML draft", () => {
  it("lets in its own style by its hash and nothing else", async () => {
    const html = await out("report", incident("ransomware.yaml"), "--format", "html");
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
  });
});

describe("the writer of Word documents", () => {
  /** The files of dist/ that are loaded with an entry, without what it loads on demand. */
  const closure = (entry: string): string[] => {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const text = readFileSync(join(root, "dist", name), "utf8");
      for (const [, file] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) visit(file!);
    };
    visit(entry);
    return [...seen];
  };
  const holdsDocx = (name: string): boolean =>
    readFileSync(join(root, "dist", name), "utf8").includes("wordprocessingml.document.main+xml");

  it.each(["index.js", "cli.js", "report.js"])("is not loaded with %s", (entry) => {
    expect(closure(entry).filter(holdsDocx)).toEqual([]);
  });

  it("is in dist/ once", async () => {
    const { readdirSync } = await import("node:fs");
    const files = readdirSync(join(root, "dist")).filter((name) => name.endsWith(".js"));
    expect(files.filter(holdsDocx)).toHaveLength(1);
  });

  it("needs no module of Node, nor do drafts", () => {
    for (const name of closure("report.js")) {
      expect(readFileSync(join(root, "dist", name), "utf8")).not.toMatch(
        /from\s*"node:|import\("node:/,
      );
    }
  });
});
