// `amrnci law new-version`: what it refuses, and that it then leaves everything as it was.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { withVersion } from "../../src/law/new-version/listed.js";
import { runCli, type Run } from "../cli/run-cli.js";

const shipped = fileURLToPath(new URL("../../policies/law", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "amrnci-new-version-"));
const law = join(temporary, "law");

beforeEach(() => {
  rmSync(law, { recursive: true, force: true });
  cpSync(shipped, law, { recursive: true });
});
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const newVersion = (date: string, ...more: string[]): Promise<Run> =>
  runCli(["law", "new-version", date, "--law", law, "--lang", "en", ...more]);

/** Every file with its content. */
const state = (): string[] =>
  readdirSync(law, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path}\n${readFileSync(path, "utf8")}`)
    .sort();

describe("new-version", () => {
  it("tells counsel what to do next, in both languages", async () => {
    const { code, stdout } = await newVersion("2027-01-01");
    expect(code).toBe(0);
    for (const step of ["measures.zh.txt", "law check", "law diff shipped", "bundle pack"]) {
      expect(stdout).toContain(step);
    }
    const zh = await newVersion("2028-01-01", "--lang", "zh");
    expect(zh.stdout).toContain("已建立版本 2028-01-01：复制自 2027-01-01");
  });

  it("says the same as JSON", async () => {
    const { stdout } = await newVersion("2027-01-01", "--format", "json");
    expect(JSON.parse(stdout)).toEqual({
      version: "2027-01-01",
      from: "2025-11-01",
      folder: join(law, "2027-01-01"),
    });
  });

  it("fits between two versions, newest first", async () => {
    await newVersion("2028-01-01");
    expect((await newVersion("2027-01-01")).code).toBe(0);
    const ids = readFileSync(join(law, "data.yaml"), "utf8").match(/(?<=- id: ")[^"]+/g);
    expect(ids).toEqual(["2028-01-01", "2027-01-01", "2025-11-01"]);
    expect((await runCli(["law", "check", law])).code).toBe(0);
  });

  it("copies another version where one is named", async () => {
    await newVersion("2027-01-01");
    const { code, stdout } = await newVersion("2028-01-01", "--from", "2025-11-01");
    expect(code).toBe(0);
    expect(stdout).toContain("a copy of 2025-11-01");
  });
});

describe("nothing is changed", () => {
  it.each<[string, string, string[], RegExp]>([
    ["a day that there is none of", "2026-02-30", [], /must be a real day.*2026-02-30/],
    ["full-width digits", "２０２７-01-01", [], /must be a real day/],
    ["a time", "2027-01-01T00:00:00+08:00", [], /must be a real day/],
    ["a version that is listed", "2025-11-01", [], /listed already/],
    ["a date before all versions", "2025-10-31", [], /no version took effect before/],
    ["an unknown version to copy", "2027-01-01", ["--from", "2026-01-01"], /there are: 2025-11-01/],
  ])("by %s", async (_, date, more, why) => {
    const before = state();
    const { code, stdout, stderr } = await newVersion(date, ...more);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(why);
    expect(state()).toEqual(before);
  });

  it("where a folder of that name is in the way", async () => {
    mkdirSync(join(law, "2027-01-01"));
    const { code, stderr } = await newVersion("2027-01-01");
    expect(code).toBe(2);
    expect(stderr).toContain("is there already");
    expect(readdirSync(join(law, "2027-01-01"))).toEqual([]);
  });

  it("where the data is wrong, which is told with file and line", async () => {
    const file = join(law, "2025-11-01/duties/data.yaml");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("limit_minutes: 240", "limit_minutes: 0"),
    );
    const before = state();
    const { code, stderr } = await newVersion("2027-01-01");
    expect(code).toBe(1);
    expect(stderr).toContain("[law_invalid]");
    expect(stderr).toContain(`${file}:61:3`);
    expect(state()).toEqual(before);
  });

  it("where there is no data", async () => {
    const { code, stderr } = await runCli([
      "law",
      "new-version",
      "2027-01-01",
      "--law",
      join(law, "none"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("[input_unreadable]");
  });

  it("where its list can't be written, and the copy is taken away again", async () => {
    // Whoever may write anywhere is stopped by a folder in the file's place.
    mkdirSync(join(law, "data.yaml.part"));
    const before = state();
    const { code, stderr } = await newVersion("2027-01-01");
    expect(code).toBe(2);
    expect(stderr).toContain("[output_failed]");
    expect(state()).toEqual(before);
    expect(readdirSync(law)).not.toContain("2027-01-01");
  });
});

describe("the list of versions", () => {
  const base = { id: "2025-11-01", valid_from: "2025-11-01" };

  it("keeps comments, order of keys and line ends", () => {
    const text =
      '# ours\r\nversions: # newest first\r\n  # the first\r\n  - valid_from: "2025-11-01"\r\n    id: "2025-11-01"\r\nrevision: r\r\n';
    expect(withVersion(text, base, "2027-01-01")).toBe(
      '# ours\r\nversions: # newest first\r\n  # the first\r\n  - id: "2027-01-01"\r\n    valid_from: "2027-01-01"\r\n  - valid_from: "2025-11-01"\r\n    id: "2025-11-01"\r\nrevision: r\r\n',
    );
  });
});
