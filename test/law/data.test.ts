// The law's data as it stands in policies/law: every quote is official text, and a bad edit is refused
// with its place and the reason.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkLawData, describeLawProblem } from "../../src/law/check.js";
import { type LawFile, parseLawFile, readLawFiles } from "../../src/law/read.js";
import { checkLawFile } from "../../src/law/schemas.js";

const root = fileURLToPath(new URL("../../policies", import.meta.url));
const files = readLawFiles(root);
const versions = readdirSync(`${root}/law`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every value of a member `quote`, however deep, with its path. */
const quotesOf = (value: unknown, path: string): [string, string][] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]): [string, string][] =>
    key === "quote" && typeof member === "string"
      ? [[`${path}/${key}`, member]]
      : quotesOf(member, `${path}/${key}`),
  );
};

describe.each(versions)("version %s", (version) => {
  const text = readFileSync(`${root}/law/${version}/measures.zh.txt`, "utf8");
  const quotes = files
    .filter(({ at }) => at[1] === version)
    .flatMap((file) => quotesOf(file.value, file.path));

  it("quotes each item of the annex, each duty and each item of a report", () => {
    expect(quotes.length).toBeGreaterThanOrEqual(33 + 15 + 8);
  });

  it("quotes nothing that is not in the official text", () => {
    expect(quotes.filter(([, quote]) => !text.includes(quote))).toEqual([]);
  });
});

const edited = (path: string, from: string, to: string): LawFile[] =>
  files.map((file) => {
    if (file.path !== path) return file;
    const text = readFileSync(`${root}/${path}`, "utf8");
    expect(text).toContain(from);
    return parseLawFile(path, text.replace(from, to));
  });

const ANNEX = "law/2025-11-01/annex/data.yaml";
const DUTIES = "law/2025-11-01/duties/data.yaml";

describe("an edit of the data", () => {
  it("is accepted as it stands", () => {
    expect(checkLawData(files, checkLawFile)).toEqual([]);
  });

  it.each([
    [
      "a number in quotes",
      ANNEX,
      "yuan: 100000000",
      'yuan: "100000000"',
      /condition_7\/yuan: expected a whole number/,
    ],
    [
      "a limit of zero",
      DUTIES,
      "limit_minutes: 60",
      "limit_minutes: 0",
      /limit_minutes: expected a whole number from 1/,
    ],
    [
      "a full-width digit",
      ANNEX,
      "persons: 1000000\n",
      "persons: １00\n",
      /persons: expected a whole number/,
    ],
    [
      "a word that there is none of",
      ANNEX,
      "threat: serious",
      "threat: severe",
      /threat: expected/,
    ],
    ["a misspelt member", ANNEX, "reposts: 1000\n", "repost: 1000\n", /reposts: is missing/],
    ["a recipient that nobody is", DUTIES, "[provincial_cac]", "[county_cac]", /recipients\/0/],
    ["a duplicate key", ANNEX, "views: 10000\n", "views: 10000\n    views: 20000\n", /unique/],
  ])("is refused for %s, with file and line", (_, path, from, to, reason) => {
    const [problem] = checkLawData(edited(path, from, to), checkLawFile);
    expect(problem).toBeDefined();
    if (problem) expect(describeLawProblem("policies", problem)).toMatch(reason);
    expect(problem?.line).toBeGreaterThan(1);
  });
});
