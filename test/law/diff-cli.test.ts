// `law diff` as counsel and a pull request run it: the built command, on folders and bundles.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";
import { BUNDLE } from "../support/shipped-policy.js";

const LAW = fileURLToPath(new URL("../../policies/law", import.meta.url));
const FIXTURE = fileURLToPath(
  new URL("../fixtures/law/no-relay-at-relatively-major.json", import.meta.url),
);
const TIMEOUT = { timeout: 60_000 };

let folder: string;
let amended: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-diff-"));
  amended = join(folder, "law");
  cpSync(LAW, amended, { recursive: true });
  const annex = join(amended, "2025-11-01/annex/data.yaml");
  const text = readFileSync(annex, "utf8");
  const now = text.replace("persons: 10000000\n  condition_6", "persons: 5000000\n  condition_6");
  if (now === text) throw new Error("the annex no longer has the number that this test changes");
  writeFileSync(annex, now);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const diff = (...args: string[]) => runCli(["law", "diff", ...args, "--cases", FIXTURE]);

describe("amrnci law diff", TIMEOUT, () => {
  it("says in a terminal what changed and whom it touches, in both languages", async () => {
    const en = await diff(LAW, amended, "--lang", "en");
    expect(en).toMatchObject({ code: 0, stderr: "" });
    expect(en.stdout).toContain("10,000,000 persons → 5,000,000 persons");
    expect(en.stdout).toContain("Because of: major · personal information leaked");
    const zh = await diff(LAW, amended, "--lang", "zh");
    expect(zh.stdout).toContain("10,000,000人 → 5,000,000人");
    expect(zh.stdout).toContain("附件二条件第5项");
  });

  it("writes the comment of a pull request", async () => {
    const { code, stdout } = await diff(LAW, amended, "--format", "markdown", "--lang", "en");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^## /);
    expect(stdout).toContain("| Annex, major, condition 5 |");
    expect(stdout).toContain("<details>");
  });

  it("is a gate that fails on what it names, and on nothing else", async () => {
    const failed = await diff(LAW, amended, "--format", "json", "--fail-on", "due,grade");
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout)).toMatchObject({
      changes: [
        {
          path: "/law/2025-11-01/annex/major/condition_5/persons",
          from: 10_000_000,
          to: 5_000_000,
        },
      ],
      failed: ["grade"],
    });
    expect((await diff(LAW, amended, "--fail-on", "due")).code).toBe(0);
  });

  it("compares a bundle with a folder, and says that no difference proves nothing", async () => {
    const { code, stdout } = await diff(BUNDLE, LAW, "--lang", "en", "--fail-on", "grade");
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain("nothing changed. That is no proof");
  });

  it.each([
    ["a folder that is not there", [LAW, "/nowhere/law"], "does not exist"],
    ["an aspect that it does not know", [LAW, LAW, "--fail-on", "mood"], "mood"],
  ])("refuses %s", async (_, args, said) => {
    const { code, stdout, stderr } = await diff(...args, "--lang", "en");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });
});
