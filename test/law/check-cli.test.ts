// `amrnci law check` as counsel runs it: the built command on a copy of the data.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runCli } from "../cli/run-cli.js";

const shipped = fileURLToPath(new URL("../../policies/law", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "amrnci-check-"));
const law = join(temporary, "law");
const ANNEX = join(law, "2025-11-01/annex/data.yaml");

beforeEach(() => {
  rmSync(law, { recursive: true, force: true });
  cpSync(shipped, law, { recursive: true });
});
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const edit = (from: string, to: string): void => {
  const text = readFileSync(ANNEX, "utf8");
  expect(text).toContain(from);
  writeFileSync(ANNEX, text.replace(from, to));
};

/** A word that does not rise from grade to grade, and a quote whose number is neither text nor data. */
const spoil = (): void => {
  edit("    severity: serious\n", "    severity: relatively_serious\n");
  edit("泄露100万人以上", "泄露200万人以上");
};

describe("law check", () => {
  it("ends with 0 where nothing is wrong, and says how much it looked at", async () => {
    expect(await runCli(["law", "check", law, "--lang", "en"])).toEqual({
      code: 0,
      stdout: "files: 14, versions: 1; nothing wrong was found\n",
      stderr: "",
    });
  });

  it("tells every problem with a place that editors open, and ends with 1", async () => {
    spoil();
    const { code, stdout, stderr } = await runCli(["law", "check", law, "--lang", "en"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.replaceAll(law, "LAW")).toBe(`LAW/2025-11-01/annex/data.yaml:81:5
  limits must rise from grade to grade: severity is relatively_serious at major,
  and relatively_serious at the lower grade relatively_major

LAW/2025-11-01/annex/data.yaml:183:5
  this quote does not stand in the official text: 泄露200万人以上公民个人信息。
  The nearest passage there: 泄露100万人以上公民个人信息。

LAW/2025-11-01/annex/data.yaml:184:5
  the number is not the one of its quote: persons is 1000000, and the quote says
  200万人

problems: 3, in 1 of 14 files
`);
  });

  it("speaks Chinese", async () => {
    spoil();
    const { stdout } = await runCli(["law", "check", law, "--lang", "zh"]);
    expect(stdout).toContain("各级标准应逐级升高");
    expect(stdout).toContain("引文不在官方文本中：“泄露200万人以上公民个人信息。”");
    expect(stdout.replace(/\n */g, "")).toContain(
      "官方文本中最接近的是：“泄露100万人以上公民个人信息。”",
    );
    expect(stdout).toContain("数字与引文不符");
    expect(stdout).toContain("共3处问题，涉及14个文件中的1个");
  });

  it("writes what machines read: JSON, JUnit, TAP, SARIF, annotations", async () => {
    spoil();
    const run = async (format: string): Promise<string> => {
      const { code, stdout } = await runCli(["law", "check", law, "--format", format]);
      expect(code).toBe(1);
      return stdout;
    };
    const file = `${law}/2025-11-01/annex/data.yaml`;
    const json = JSON.parse(await run("json")) as { results: { file: string }[] };
    expect(json).toMatchObject({ total: 14, passed: 13, failed: 1 });
    expect(json.results.find((one) => one.file === file)).toMatchObject({
      passed: false,
      problems: [
        {
          code: "tier_not_rising",
          line: 81,
          params: { field: "severity", lower: "relatively_major" },
        },
        { code: "quote_not_official", line: 183 },
        { code: "number_not_quoted", line: 184 },
      ],
    });
    expect(await run("junit")).toMatch(/<failure type="tier_not_rising" message="limits must rise/);
    const tap = await run("tap");
    const block = /^not ok 1 .*\n {2}---\n((?: {2}.*\n)*?) {2}\.\.\./m.exec(tap)?.[1] ?? "";
    expect(parse(block)).toMatchObject({ problems: [{ line: 81 }, { line: 183 }, { line: 184 }] });
    const sarif = JSON.parse(await run("sarif")) as { runs: { results: object[] }[] };
    expect(sarif.runs[0]?.results).toMatchObject([
      {
        ruleId: "tier_not_rising",
        locations: [{ physicalLocation: { region: { startLine: 81 } } }],
      },
      { ruleId: "quote_not_official" },
      { ruleId: "number_not_quoted" },
    ]);
    expect(await run("github")).toContain(
      `::error file=${file},line=81,col=5,title=tier_not_rising`,
    );
  });

  it("of what is no folder of data is a coded error or a problem with a place", async () => {
    const empty = join(temporary, "empty");
    mkdirSync(empty, { recursive: true });
    const none = await runCli(["law", "check", empty, "--lang", "en"]);
    expect(none.code).toBe(1);
    expect(none.stdout).toContain(`${empty}/data.yaml:1:1\n  this file is missing`);
    const absent = await runCli(["law", "check", join(temporary, "nowhere"), "--lang", "en"]);
    expect(absent).toMatchObject({ code: 2, stdout: "" });
    expect(absent.stderr).toContain("[input_unreadable]");
    const file = await runCli(["law", "check", ANNEX, "--lang", "en"]);
    expect(file).toMatchObject({ code: 2, stdout: "" });
    expect(file.stderr).toContain("is no folder");
  });
});
