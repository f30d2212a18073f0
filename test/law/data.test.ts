// The law's data as it stands in policies/law: nothing is wrong with it, and every bad edit is told
// with file, line and what to do, in both languages.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { checkLaw, describeLawProblem, type LawProblem } from "../../src/law/check/index.js";
import { readLawFolder } from "../../src/law/folder.js";

const shipped = fileURLToPath(new URL("../../policies/law", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "amrnci-law-"));
const law = join(temporary, "law");
const VERSION = "2025-11-01";

beforeEach(() => {
  rmSync(law, { recursive: true, force: true });
  cpSync(shipped, law, { recursive: true });
});
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const problems = (path = law): LawProblem[] => checkLaw(readLawFolder(path));

/** Replaces a text in one file; gives the line on which it stood. */
const edit = (file: string, from: string, to: string): number => {
  const path = join(law, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split("\n").length;
};

const put = (file: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(law, file)), { recursive: true });
  writeFileSync(join(law, file), content);
};

const spoken = (problem: LawProblem): { en: string; zh: string } => ({
  en: describeLawProblem(problem, "en"),
  zh: describeLawProblem(problem, "zh"),
});

interface BadEdit {
  what: string;
  file: string;
  from: string;
  to: string;
  code: string;
  en: string;
  zh: string;
}

const INDEX = "data.yaml";
const part = (name: string): string => `${VERSION}/${name}/data.yaml`;

describe("the shipped data", () => {
  it("has no problem, from its own folder and from the one above", () => {
    expect(problems(shipped)).toEqual([]);
    expect(problems(dirname(shipped))).toEqual([]);
  });
});

describe("a bad edit is told with file and line", () => {
  const edits = parse(
    readFileSync(new URL("bad-edits.yaml", import.meta.url), "utf8"),
  ) as BadEdit[];

  it.each(edits)("$what", ({ file, from, to, code, en, zh }) => {
    const line = edit(file, from, to);
    const said = problems().map((problem) => ({ ...problem, ...spoken(problem) }));
    const found = said.find((one) => one.code === code && new RegExp(en).test(one.en));
    expect(found, JSON.stringify(said, null, 1)).toBeDefined();
    if (!found) return;
    expect(found.zh).toMatch(new RegExp(zh));
    expect(found.file).toBe(file);
    // What is missing is told where the object begins that lacks it.
    const around = found.issue?.code === "missing" ? 16 : 2;
    expect(Math.abs(found.line - line)).toBeLessThanOrEqual(around);
  });
});

describe("versions", () => {
  const successor = (lines: string): void => {
    cpSync(join(law, VERSION), join(law, "2027-01-01"), { recursive: true });
    edit(INDEX, "versions:\n", `versions:\n${lines}`);
  };
  const NEXT = '  - id: "2027-01-01"\n    valid_from: "2027-01-01"\n';
  const repeal = (date: string): void => {
    edit(
      INDEX,
      'valid_from: "2025-11-01"',
      `valid_from: "2025-11-01"\n    repealed_from: "${date}"`,
    );
  };
  const codes = (): string[] => problems().map(({ code }) => code);

  it("that follow each other are good, with and without an end of the older one", () => {
    successor(NEXT);
    expect(codes()).toEqual([]);
    repeal("2027-01-01");
    expect(codes()).toEqual([]);
  });

  it("that leave a gap or overlap are told", () => {
    successor(NEXT);
    repeal("2026-12-31");
    expect(codes()).toEqual(["version_gap"]);
    edit(INDEX, "2026-12-31", "2027-01-02");
    expect(codes()).toEqual(["version_overlap"]);
  });

  it("may end without a successor", () => {
    repeal("2027-01-01");
    expect(codes()).toEqual([]);
  });

  it("stand newest first, and each folder is listed", () => {
    cpSync(join(law, VERSION), join(law, "2027-01-01"), { recursive: true });
    expect(codes()).toEqual(["folder_without_version"]);
    writeFileSync(join(law, INDEX), `${readFileSync(join(law, INDEX), "utf8").trimEnd()}\n${NEXT}`);
    expect(codes()).toEqual(["versions_not_newest_first"]);
  });

  it("are told of everything that is wrong, not of the first thing only", () => {
    edit(part("annex"), "yuan: 100000000", "yuan: ten");
    edit(part("duties"), "limit_minutes: 60", "limit_minutes: 0");
    expect(problems().map(({ file, code }) => [file, code])).toEqual([
      [part("annex"), "schema"],
      [part("duties"), "schema"],
    ]);
  });
});

describe("bad files", () => {
  const firstOf = (): [string, string, number] | undefined => {
    const [problem] = problems();
    return problem && [problem.file, problem.code, problem.line];
  };

  it("an empty folder lacks its list of versions", () => {
    const empty = join(temporary, "empty");
    mkdirSync(empty, { recursive: true });
    expect(problems(empty)).toMatchObject([{ file: "data.yaml", line: 1, code: "file_missing" }]);
  });

  it("a part that is missing is named", () => {
    rmSync(join(law, part("duties")));
    expect(firstOf()).toEqual([part("duties"), "file_missing", 1]);
  });

  it("an empty file", () => {
    put(part("duties"), "");
    expect(firstOf()).toEqual([part("duties"), "schema", 1]);
  });

  it("a binary file", () => {
    put(part("duties"), new Uint8Array([0x23, 0x0a, 0x80, 0xff, 0x00]));
    expect(firstOf()).toEqual([part("duties"), "not_readable", 2]);
  });

  it("a file of 10 MB is not read", () => {
    put(part("duties"), "#".repeat(10_000_000));
    expect(firstOf()).toEqual([part("duties"), "too_large", 1]);
  });

  it("a link", () => {
    rmSync(join(law, part("duties")));
    symlinkSync(join(shipped, part("duties")), join(law, part("duties")));
    expect(firstOf()).toEqual([part("duties"), "not_a_file", 1]);
  });

  it("a file by a name that nothing reads", () => {
    put(`${VERSION}/duties/data.yml`, "{}");
    put(`${VERSION}/duties/.data.yaml.swp`, "");
    put(`${VERSION}/notes.md`, "");
    expect(firstOf()).toEqual([`${VERSION}/duties/data.yml`, "file_not_read", 1]);
    expect(problems()).toHaveLength(1);
  });

  it("a folder that is no part", () => {
    put(part("dutys"), "{}");
    expect(firstOf()).toEqual([part("dutys"), "file_not_read", 1]);
  });

  it("the same place twice", () => {
    put(`${VERSION}/duties/data.json`, "{}");
    expect(problems().map(({ code }) => code)).toContain("file_twice");
  });

  const text = `${VERSION}/measures.zh.txt`;
  it.each<[string, () => void, string, string, number]>([
    // 国家 as a Chinese editor on Windows may save it.
    [
      "in GBK",
      () => {
        put(text, new Uint8Array([0x0a, 0xb9, 0xfa]));
      },
      text,
      "not_readable",
      2,
    ],
    [
      "of 10 MB",
      () => {
        put(text, "第".repeat(3_500_000));
      },
      text,
      "too_large",
      1,
    ],
    [
      "that is empty",
      () => {
        put(text, "\n");
      },
      text,
      "official_text_empty",
      1,
    ],
  ])("an official text %s is one problem, not one of each quote", (_, spoil, file, code, line) => {
    spoil();
    expect(problems().map((one) => [one.file, one.code, one.line])).toEqual([[file, code, line]]);
    expect(problems().map(spoken)).toEqual([
      { en: expect.any(String) as string, zh: expect.any(String) as string },
    ]);
  });

  it("an official text with the line ends of Windows is as good", () => {
    const path = join(law, text);
    put(text, `\ufeff${readFileSync(path, "utf8").replaceAll("\n", "\r\n")}`);
    expect(problems()).toEqual([]);
  });

  it("a version without its official text", () => {
    rmSync(join(law, VERSION, "measures.zh.txt"));
    expect(firstOf()).toEqual([
      `${VERSION}/data.yaml`,
      "official_text_missing",
      expect.any(Number),
    ]);
  });
});
