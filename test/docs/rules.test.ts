// The rule book as its reader has it: nothing of the law is missing in it, its quotes are the official
// text's, and its links lead somewhere. That it is up to date is checked by `make rules-check`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeBook } from "../../scripts/rules/book.js";
import { readSources } from "../../scripts/rules/sources.js";

const docs = fileURLToPath(new URL("../../docs", import.meta.url));
const law = fileURLToPath(new URL("../../policies/law", import.meta.url));
const VERSION = "2025-11-01";

const book = (language: string): string => readFileSync(join(docs, `rules.${language}.md`), "utf8");
const data = (part: string): Record<string, unknown> =>
  parse(readFileSync(join(law, VERSION, part, "data.yaml"), "utf8")) as Record<string, unknown>;
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/<a id="(.+?)">/g)].map(([, id]) => id ?? "");
const plain = (text: string): string => text.replace(/\s/g, "");

describe.each(["zh", "en"] as const)("rule book, %s", (language) => {
  it("has a place for every criterion, duty and reading", () => {
    const [grade] = Object.values(data("annex"));
    const expected = [
      ...Object.keys(grade as object),
      ...Object.keys(data("duties")),
      ...Object.keys(data("readings")).map((id) => `reading-${id}`),
    ].map((id) => `${VERSION}-${id.replaceAll(/[._]/g, "-")}`);
    expect(expected).toHaveLength(11 + 15 + 10);
    expect(anchorsOf(book(language))).toEqual(expect.arrayContaining(expected));
  });

  it("shows each grade's number in the row of its criterion", () => {
    const [small, middle, large] =
      language === "zh"
        ? ["100万人", "1000万人", "1亿人"]
        : ["1,000,000 persons", "10,000,000 persons", "100,000,000 persons"];
    const rows = book(language).replace(/ +/g, " ");
    expect(rows).toContain(`| ≥ ${small} | ≥ ${middle} | ≥ ${large} |`);
  });

  it("names every related duty and channel", () => {
    const related = data("related").list as { id: string }[];
    const terms = data("terms").related as Record<string, Record<string, string>>;
    const channels = data("channels").list as { value: string }[];
    const named = [
      ...related.map(({ id }) => terms[id]?.[language] ?? id),
      ...channels.map(({ value }) => value),
    ];
    for (const name of named) expect(book(language)).toContain(name);
  });

  it("quotes nothing but the official text", () => {
    const official = plain(readFileSync(join(law, VERSION, "measures.zh.txt"), "utf8"));
    const quoted = book(language)
      .split("\n")
      .filter((line) => line.startsWith("> ") && !line.startsWith("> — "))
      .map((line) => plain(line.slice(2)));
    expect(quoted.length).toBeGreaterThan(70);
    expect(quoted.filter((line) => !official.includes(line))).toEqual([]);
  });

  it("links only to what is there", () => {
    const anchors = new Set(anchorsOf(book(language)));
    const targets = [...book(language).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? "");
    expect(targets.length).toBeGreaterThan(200);
    const broken = targets.filter((target) =>
      target.startsWith("#") ? !anchors.has(target.slice(1)) : !existsSync(join(docs, target)),
    );
    expect(broken).toEqual([]);
  });

  const sections = (name: RegExp): string[] =>
    book(language)
      .split(/^<a id=/m)
      .filter((section) => name.test(section.replace(/^"[\d-]+-/, "").replace(/"[^]*/, "")));

  it("shows every criterion, duty and reading by fixtures, with the official words and the article", () => {
    const criteria = sections(/^(?:condition|circumstance)-/);
    const duties = sections(/^(?:operator|authority|public)-/);
    const readings = sections(/^reading-/);
    expect([criteria.length, duties.length, readings.length]).toEqual([11, 15, 10]);
    for (const section of [...criteria, ...duties, ...readings]) {
      expect(section).toContain("../test/fixtures/");
      expect(section).toMatch(/^> .*[一-鿿]/m);
      expect(section).toMatch(language === "zh" ? /^> — (?:第|附件)/m : /^> — (?:Art\.|Annex)/m);
    }
    const source = language === "zh" ? "来源：" : "Source: ";
    for (const section of readings) expect(section).toContain(source);
  });

  it("shows scope, contents, liability and other laws by fixtures, too", () => {
    const shown = sections(/^(?:scope|version-choice|contents|liability|related)$/);
    expect(shown).toHaveLength(5);
    for (const section of shown) expect(section).toContain("../test/fixtures/");
  });

  it("tells the hours of each duty, and which readings they turn on", () => {
    const [first = ""] = sections(/^operator-first-report-cii$/);
    expect(first).toMatch(language === "zh" ? /时限 +\| 1小时/ : /Limit +\| 1 h/);
    expect(first).toContain("-reading-clock-start)");
    const [summary = ""] = sections(/^operator-summary$/);
    expect(summary).toContain("-reading-summary-deadline)");
  });
});

it("has the same places in both languages", () => {
  expect(anchorsOf(book("zh"))).toEqual(anchorsOf(book("en")));
});

it("says what the data says", async () => {
  const sources = await readSources();
  const changed = structuredClone(sources.data) as {
    law: Record<string, { annex: { relatively_major: { condition_5: { persons: number } } } }>;
  };
  const version = changed.law[VERSION];
  if (version === undefined) throw new Error("no version");
  version.annex.relatively_major.condition_5.persons = 500_000;
  expect(writeBook({ ...sources, data: changed }, "zh")).toContain("≥ 50万人");
  expect(writeBook(sources, "zh")).not.toContain("≥ 50万人");
});
