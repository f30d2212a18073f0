// A narrative that wants to be more than text: Markdown, HTML, formulas, control characters and length.
// Each format is read by a real parser of it, and by a real browser where there is one.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import MarkdownIt from "markdown-it";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";

const MARKUP = [
  "# heading",
  "<script>document.title = 'owned'</script>",
  "<img src=x onerror=\"document.title='owned'\">",
  "</td></table><style>*{display:none}</style>",
  "[link](javascript:alert(1)) ![image](http://127.0.0.1:9/x.png) <http://127.0.0.1:9>",
  "http://127.0.0.1:9/auto www.example.com a@example.com",
  "[ref]: http://127.0.0.1:9",
  "| cell | <b>bold</b> | `code` | ~~struck~~ | $x$",
  "> quote",
  "1. one",
  "- [ ] task",
  "---",
  "***both*** __under__ \\ &amp; &#x202e;",
  "]]> <!-- comment --> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY e 'x'>]> &e;",
  '=HYPERLINK("http://127.0.0.1:9")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)",
  "\t=1+1",
  "＝1+1",
].join("\n");
const CONTROL =
  "before\u0000\u0007\u001b[31m\u0085\u200b\u202egnp.exe\u2066\ufeff\ufffe\uffff\u{e0041}after مرحبا";
const LONG = "长".repeat(100_000);

const incident = {
  id: "hostile-1",
  title: MARKUP,
  operator: { name: `${MARKUP}\n${CONTROL}`, kind: "other", province: "CN-SH" },
  impact: { personal_information: { persons_leaked: 1_000_000 } },
  judgements: { other: { severity: "certain", by: MARKUP, reason: "=1+1" } },
  narrative: {
    facility: MARKUP,
    type: "=cmd",
    place: CONTROL,
    impact: LONG,
    cause: `${MARKUP}\n\n\n${CONTROL}`,
    ransom: { amount: "<b>1</b>", method: "=1", demanded_at: "@1" },
  },
  summary: { cause: MARKUP, lessons: CONTROL, harm: LONG },
};
// What a file can hold, and what only a program can pass on: no lone surrogates, no NUL from YAML.
const request = JSON.stringify({ incident });

const folder = mkdtempSync(join(tmpdir(), "amrnci-hostile-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = join(folder, "incident.json");
const kinds = [
  ["report", file, "--kind", "first"],
  ["report", file, "--kind", "supplement", "--since", join(folder, "earlier.json")],
  ["report", file, "--kind", "summary"],
  ["checklist", "voluntary-report", file],
  ["checklist", "vendor-contracts", file],
  ["checklist", "leniency", file],
];
beforeAll(() => {
  writeFileSync(file, request);
  writeFileSync(
    join(folder, "earlier.json"),
    JSON.stringify({
      incident: { ...incident, narrative: { ...incident.narrative, cause: "=old" } },
    }),
  );
});

const made = async (args: readonly string[], format: string): Promise<string> => {
  const output = join(folder, `out.${format}`);
  const run = await runCli([...args, "--format", format, "--output", output, "--force"]);
  expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
  return output;
};
const read = async (args: readonly string[], format: string): Promise<string> => {
  const run = await runCli([...args, "--format", format]);
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
  return run.stdout;
};

// What turns the reading direction, moves a cursor or is no character of XML; a line break is none.
const DANGEROUS =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\u{e0000}-\u{e007f}]/u;
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

const nodesOf = (html: string): DefaultTreeAdapterTypes.Node[] => {
  const all = (node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] => [
    node,
    ...("childNodes" in node ? node.childNodes.flatMap(all) : []),
  ];
  return all(parse(html));
};
const elementsOf = (html: string): DefaultTreeAdapterTypes.Element[] =>
  nodesOf(html).filter((node): node is DefaultTreeAdapterTypes.Element => "tagName" in node);
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

describe.each(kinds)("%s %s %s", (...parts) => {
  const args = parts.filter((part): part is string => typeof part === "string");

  it("is text in Markdown, whatever a reader makes of Markdown", async () => {
    const markdown = await read(args, "md");
    expect(DANGEROUS.exec(markdown)?.[0]).toBeUndefined();
    const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
    const known =
      "html head body h1 h2 h3 p strong ul ol li table thead tbody tr th td blockquote hr a";
    const elements = elementsOf(html);
    for (const { tagName } of elements) expect(known.split(" ")).toContain(tagName);
    // The only addresses are those of the law's data.
    for (const { attrs } of elements.filter(({ tagName }) => tagName === "a")) {
      expect(attrs.map(({ value }) => value).join()).toMatch(/cert\.org\.cn|meetinghk|npoall/);
    }
    for (const cell of elements.filter(({ tagName }) => /^(?:td|p|li)$/.test(tagName))) {
      expect(FORMULA.exec(textOf(cell))?.[0]).toBeUndefined();
    }
  });

  it("is text in HTML: no element, no attribute and no address of its own", async () => {
    const html = await read(args, "html");
    expect(DANGEROUS.exec(html)?.[0]).toBeUndefined();
    const known =
      "html head meta title style body section h1 h2 h3 p b bdi mark ul li table colgroup col thead tbody tr th td";
    const attributes = "lang charset http-equiv content name class width";
    const elements = elementsOf(html);
    for (const { tagName, attrs } of elements) {
      expect(known.split(" ")).toContain(tagName);
      for (const { name } of attrs) expect(attributes.split(" ")).toContain(name);
    }
    expect(elements.filter(({ tagName }) => tagName === "style")).toHaveLength(1);
    expect(nodesOf(html).filter(({ nodeName }) => nodeName === "#comment")).toEqual([]);
    for (const cell of elements.filter(({ tagName }) => /^(?:td|p|li)$/.test(tagName))) {
      expect(FORMULA.exec(textOf(cell))?.[0]).toBeUndefined();
    }
  });

  it("is a Word file whose every part is well-formed, without fields, links or anything from outside", async () => {
    const { readFileSync } = await import("node:fs");
    const files = unzipSync(readFileSync(await made(args, "docx")));
    const parts = Object.keys(files).filter((name) => /\.(?:xml|rels)$/.test(name));
    expect(parts).toContain("word/document.xml");
    for (const name of parts) {
      const xml = strFromU8(files[name]!);
      expect(DANGEROUS.exec(xml)?.[0]).toBeUndefined();
      const elements: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.on("opentag", (tag) => {
        elements.push(tag.name);
        expect(tag.attributes).not.toHaveProperty("TargetMode");
      });
      parser.write(xml).close();
      for (const unwanted of ["w:hyperlink", "w:object", "w:altChunk", "w:fldSimple"]) {
        expect(elements).not.toContain(unwanted);
      }
      // The page number is the only field.
      for (const [, code] of xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)) expect(code).toBe("PAGE");
    }
    expect(Object.keys(files).filter((name) => /vba|macro|\.bin$/i.test(name))).toEqual([]);
  });

  it("drops nothing of what was written", async () => {
    const { pages } = JSON.parse(await read(args, "json")) as { pages: unknown };
    const text = JSON.stringify(pages);
    if (args.includes("first")) expect(text.includes(LONG)).toBe(true);
    if (args.includes("first") || args.includes("voluntary-report")) {
      for (const part of [
        "<script>document.title = 'owned'</script>",
        "'=HYPERLINK(",
        "\\\\u202egnp.exe",
      ]) {
        expect({ part, there: text.includes(part) }).toEqual({ part, there: true });
      }
    }
  });
});

const browser = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((at) =>
    ["chromium-headless-shell", "chromium", "google-chrome"].map((name) => join(at, name)),
  )
  .find((path) => existsSync(path));

describe("in a real browser", () => {
  it.skipIf(browser === undefined)(
    "nothing runs, and the style is let in by its hash",
    async () => {
      const url = pathToFileURL(await made(kinds[0]!, "html")).href;
      const flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${folder}/browser`,
      ];
      const dom = execFileSync(browser!, [...flags, "--dump-dom", url], {
        stdio: ["ignore", "pipe", "ignore"],
        maxBuffer: 2 ** 26,
      }).toString();
      const [title] = elementsOf(dom).filter(({ tagName }) => tagName === "title");
      expect(textOf(title!)).toMatch(/^First report on/);
      expect(elementsOf(dom).map(({ tagName }) => tagName)).not.toContain("script");
    },
  );
});
