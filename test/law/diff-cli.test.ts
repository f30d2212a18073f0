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

const plain = (text: string): string => text.replace(/\n +/g, " ");

let folder: string;
let amended: string;
let stricter: string;
let spoilt: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-diff-"));
  amended = join(folder, "law");
  cpSync(LAW, amended, { recursive: true });
  const annex = join(amended, "2025-11-01/annex/data.yaml");
  const text = readFileSync(annex, "utf8");
  const now = text.replace("persons: 10000000\n  condition_6", "persons: 5000000\n  condition_6");
  if (now === text) throw new Error("the annex no longer has the number that this test changes");
  writeFileSync(annex, now);
  spoilt = join(folder, "spoilt");
  cpSync(LAW, spoilt, { recursive: true });
  // Half the hours for nearly everyone.
  stricter = join(folder, "stricter");
  cpSync(LAW, stricter, { recursive: true });
  const duties = join(stricter, "2025-11-01/duties/data.yaml");
  writeFileSync(
    duties,
    readFileSync(duties, "utf8").replace("limit_minutes: 240", "limit_minutes: 120"),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const diff = (...args: string[]) => runCli(["law", "diff", ...args, "--cases", FIXTURE]);

describe("amrnci law diff", TIMEOUT, () => {
  it("says in a terminal what changed and whom it touches, in both languages", async () => {
    const en = await diff(LAW, amended, "--lang", "en");
    expect(en.code).toBe(0);
    expect(en.stdout).toContain("10,000,000 persons → 5,000,000 persons");
    expect(en.stdout).toContain("Because of: major · personal information leaked");
    expect(plain(en.stdout)).toContain(
      "persons whose personal information leaked: 9,999,999 persons;",
    );
    expect(plain(en.stdout)).toMatch(/Of these: status \d+, grade \d+, .*duty \d+/);
    const zh = await diff(LAW, amended, "--lang", "zh");
    expect(zh.stdout).toContain("10,000,000人 → 5,000,000人");
    expect(zh.stdout).toContain("附件二条件第5项");
    expect(plain(zh.stdout)).toContain("被泄露公民个人信息的人数：9,999,999人；");
  });

  it("says on stderr that a draft is not ready for a release, and compares it", async () => {
    const { code, stderr } = await diff(LAW, amended, "--lang", "en");
    expect(code).toBe(0);
    expect(stderr).toMatch(/has problems \(1, such as .*annex\/data\.yaml:109:5 the number is not/);
    expect((await diff(LAW, LAW)).stderr).toBe("");
  });

  it("says once what changes in many cases, and names them all where asked to", async () => {
    const cases = async (...args: string[]): Promise<number> => {
      const { stdout } = await diff(LAW, stricter, "--lang", "en", ...args);
      return stdout.split("\n").filter((line) => line.startsWith("    - ")).length;
    };
    const { stdout } = await diff(LAW, stricter, "--format", "json");
    const { groups } = JSON.parse(stdout) as { groups: { affected: object[] }[] };
    const affected = groups.reduce((sum, group) => sum + group.affected.length, 0);
    expect(await cases()).toBeLessThan(affected);
    expect(await cases("--all")).toBe(affected);
  });

  it("keeps the comment of a pull request as short as GitHub takes it", async () => {
    const { stdout } = await diff(LAW, stricter, "--format", "markdown", "--lang", "en");
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout.split("<details>")).toHaveLength(stdout.split("</details>").length);
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
    ["a gate that is closed by nothing", [LAW, LAW, "--fail-on", ""], "cannot be"],
    ["a file that has no end", [LAW, "/dev/zero"], "/dev/zero: larger than"],
    ["a file that is no bundle", [LAW, FIXTURE], "no whole gzip file"],
  ])("refuses %s", async (_, args, said) => {
    const { code, stdout, stderr } = await diff(...args, "--lang", "en");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });

  it.each([
    ["a number in quotes", "yuan: 5000000", 'yuan: "5000000"', "expected a whole number", "应为"],
    ["a full-width digit", "yuan: 5000000", "yuan: ５000000", "full-width", "全角"],
    ["1e6", "yuan: 5000000", "yuan: 5e6", "plain digits", "普通数字"],
    ["a key that stands twice", "yuan: 5000000", "yuan: 1\n    yuan: 2", "twice", "两次"],
    ["an anchor", "yuan: 5000000", "yuan: &y 5000000", "anchors", "锚点"],
    ["a tab", "    yuan: 5000000", "\tyuan: 5000000", "tabs", "制表符"],
  ])(
    "compares no data that hold %s, and says where, in both languages",
    async (_, from, to, en, zh) => {
      const annex = join(spoilt, "2025-11-01/annex/data.yaml");
      const text = readFileSync(join(LAW, "2025-11-01/annex/data.yaml"), "utf8");
      writeFileSync(annex, text.replace(from, to));
      const line = text.slice(0, text.indexOf(from)).split("\n").length;
      for (const [language, said] of [
        ["en", en],
        ["zh", zh],
      ] as const) {
        const { code, stdout, stderr } = await diff(LAW, spoilt, "--lang", language);
        expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
        expect(stderr).toContain("[law_invalid]");
        expect(stderr).toMatch(
          new RegExp(`${annex}:(?:${String(line)}|${String(line + 1)}):.*${said}`),
        );
      }
    },
  );

  it("takes no other document for a case", async () => {
    const other = join(LAW, "data.yaml");
    const { code, stderr } = await runCli(["law", "diff", LAW, LAW, "--cases", other]);
    expect(code).toBe(1);
    expect(stderr).toContain("[request_invalid]");
  });
});
