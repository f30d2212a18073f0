import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectGolden } from "./golden.js";
import { incident, runCli } from "./run-cli.js";

describe("wrong use", () => {
  const wrong: [string, string[]][] = [
    ["an unknown option", ["evaluate", incident("bare.json"), "--nonsense"]],
    ["an unknown command", ["nonsense"]],
    ["a missing file name", ["evaluate"]],
    ["a missing value", ["evaluate", incident("bare.json"), "--as-of"]],
    ["too many arguments", ["evaluate", "a", "b"]],
    ["an unknown format", ["evaluate", incident("bare.json"), "--format", "xml"]],
    ["an unknown language", ["evaluate", incident("bare.json"), "--lang", "fr"]],
    [
      "a time without an offset",
      ["evaluate", incident("bare.json"), "--as-of", "2025-12-23T09:00:00"],
    ],
    [
      "a day that does not exist",
      ["evaluate", incident("bare.json"), "--as-of", "2026-02-30T09:00:00Z"],
    ],
    [
      "a reading without an option",
      ["evaluate", incident("bare.json"), "--reading", "clock_start"],
    ],
    ["an unknown reading", ["evaluate", incident("bare.json"), "--reading", "nonsense=yes"]],
    [
      "an unknown option of a reading",
      ["evaluate", incident("bare.json"), "--reading", "clock_start=x"],
    ],
    ["a file that is not there", ["evaluate", "/nowhere/incident.json"]],
    ["a folder for a file", ["evaluate", tmpdir()]],
    ["a bundle that is not there", ["evaluate", incident("bare.json"), "--bundle", "/nowhere"]],
    ["no fixtures", ["test", mkdtempSync(join(tmpdir(), "amrnci-"))]],
  ];
  for (const [what, args] of wrong) {
    it(`${what} is one clear line in either language, and exit code 2`, async () => {
      for (const lang of ["en", "zh"]) {
        const env = { LANG: lang === "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8" };
        const { code, stdout, stderr } = await runCli(args, { env });
        expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
        expect(stderr).toMatch(
          lang === "zh" ? /^错误 \[\w+\]: .*\p{Script=Han}/u : /^error \[\w+\]: /,
        );
        expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
      }
    });
  }

  it.each(["law", "bundle"])("%s alone tells which commands it has", async (command) => {
    const { code, stdout, stderr } = await runCli([command], { env: { LANG: "en_GB.UTF-8" } });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`Usage: amrnci ${command}`);
    expect(stderr).not.toContain("internal error");
  });

  it("a broken bundle is told with its code", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "amrnci-")), "bundle.tar.gz");
    writeFileSync(file, "no bundle");
    const { code, stderr } = await runCli(["evaluate", incident("bare.json"), "--bundle", file]);
    expect(code).toBe(2);
    expect(stderr).toContain("[bundle_unreadable]");
  });

  it("no arguments at all show the help on stderr", async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Usage: amrnci");
  });
});

describe("help", () => {
  for (const lang of ["zh", "en"]) {
    it(`is in ${lang} by --lang, for the program and for each command`, async () => {
      const shown = [];
      for (const command of [[], ["evaluate"], ["batch"], ["test"]]) {
        const { code, stdout } = await runCli([...command, "--help", "--lang", lang]);
        expect(code).toBe(0);
        shown.push(stdout);
      }
      expectGolden(`help.${lang}.txt`, shown.join(`${"-".repeat(80)}\n`));
    });
  }

  it("follows the locale by the order of its variables", async () => {
    const isChinese = async (env: Record<string, string>): Promise<boolean> =>
      (await runCli(["--help"], { env })).stdout.includes("用法：");
    expect(await isChinese({ LANG: "zh_CN.UTF-8" })).toBe(true);
    expect(await isChinese({ LANG: "zh_CN.UTF-8", LC_ALL: "en_US.UTF-8" })).toBe(false);
    expect(await isChinese({ LANG: "en_US.UTF-8", LC_MESSAGES: "zh_TW.UTF-8" })).toBe(true);
    expect(await isChinese({ LANG: "" })).toBe(false);
  });

  it("tells the version", async () => {
    expect((await runCli(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
