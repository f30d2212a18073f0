import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { expectGolden } from "./golden.js";
import { incident, runCli } from "./run-cli.js";

const AS_OF = ["--as-of", "2025-12-23T00:48:00+08:00"];
const ESCAPE = "\u001b";

describe("the answer for people", () => {
  const shown = [
    ["platform.json", AS_OF],
    ["cii.yaml", []],
    ["secret.json", []],
    ["bare.json", []],
    ["early.json", []],
    ["abroad.json", []],
  ] as const;
  for (const [file, options] of shown) {
    for (const lang of ["zh", "en"]) {
      it(`${file} in ${lang} reads as agreed`, async () => {
        const { code, stdout, stderr } = await runCli([
          "evaluate",
          incident(file),
          ...options,
          "--lang",
          lang,
        ]);
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        expectGolden(`${file.replace(/\..*/, "")}.${lang}.txt`, stdout);
      });

      it(`${file} in ${lang} fits into 80 columns`, async () => {
        const { stdout } = await runCli(["evaluate", incident(file), ...options, "--lang", lang]);
        expect(
          Math.max(...stdout.split("\n").map((line) => stringWidth(line))),
        ).toBeLessThanOrEqual(80);
      });
    }
  }

  it("says nothing of codes that have no words", async () => {
    for (const [file, options] of shown) {
      const { stdout } = await runCli(["evaluate", incident(file), ...options, "--lang", "en"]);
      expect(stdout).not.toMatch(/undefined|\bnull\b|\[object|\{\w+\}|[a-z]_[a-z]/);
    }
  });

  it("columns of the table of duties start in the same place on every line", async () => {
    const { stdout } = await runCli([
      "evaluate",
      incident("platform.json"),
      ...AS_OF,
      "--lang",
      "zh",
    ]);
    const lines = stdout.split("\n");
    const rule = lines.findIndex((line) => line.includes("──  ──"));
    const starts = [...(lines[rule] ?? "").matchAll(/(?<= {2})─/g)].map(({ index }) => index);
    expect(starts.length).toBe(5);
    for (const line of lines.slice(rule + 1, lines.indexOf("", rule))) {
      for (const start of starts.slice(1)) expect(columns(line, start - 2, start).trim()).toBe("");
    }
  });
});

/** The part of a line between two terminal columns. */
function columns(line: string, from: number, to: number): string {
  let at = 0;
  let part = "";
  for (const character of line) {
    if (at >= from && at < to) part += character;
    at += stringWidth(character);
  }
  return part;
}

describe("colour", () => {
  it("is not put into a pipe", async () => {
    const { stdout } = await runCli(["evaluate", incident("bare.json")], { env: { CI: "1" } });
    expect(stdout).not.toContain(ESCAPE);
  });

  it("is there where FORCE_COLOR asks for it, and NO_COLOR wins", async () => {
    const forced = await runCli(["evaluate", incident("bare.json")], { env: { FORCE_COLOR: "1" } });
    expect(forced.stdout).toContain(ESCAPE);
    const both = await runCli(["evaluate", incident("bare.json")], {
      env: { FORCE_COLOR: "1", NO_COLOR: "1" },
    });
    expect(both.stdout).not.toContain(ESCAPE);
  });
});

describe("the answer for programs", () => {
  it("is the decision, and the comparison where it is asked for", async () => {
    const plain = await runCli(["evaluate", incident("cii.yaml"), "--format", "json"]);
    const decision = JSON.parse(plain.stdout) as Record<string, unknown>;
    expect(decision).toMatchObject({
      grade: { floor: "major" },
      readings: { summary_deadline: "720_hours" },
    });
    expect(decision).not.toHaveProperty("comparison");
    expect(plain.stdout.startsWith('{\n  "')).toBe(true);
    const compared = await runCli([
      "evaluate",
      incident("cii.yaml"),
      "--format",
      "json",
      "--compare",
    ]);
    expect(JSON.parse(compared.stdout)).toHaveProperty("comparison");
  });

  it("takes time and readings from the command line before those of the request", async () => {
    const args = [
      "--as-of",
      "2026-03-01T08:10:00+08:00",
      "--reading",
      "summary_deadline=end_of_30th_day",
    ];
    const { stdout } = await runCli([
      "evaluate",
      incident("cii.yaml"),
      "--format",
      "json",
      ...args,
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ readings: { summary_deadline: "end_of_30th_day" } });
  });
});

describe("standard input", () => {
  it("is read for -, as JSON or as YAML by its look", async () => {
    const json = await runCli(["evaluate", "-", "--format", "json"], {
      input: '\ufeff{"id": "a"}',
    });
    const yaml = await runCli(["evaluate", "-", "--format", "json"], { input: "id: a\n" });
    expect([json.code, yaml.code]).toEqual([0, 0]);
    expect(json.stdout).toBe(yaml.stdout);
  });
});

describe("hostile text", () => {
  it("cannot move the cursor, recolour the screen or turn the line round", async () => {
    const input = JSON.stringify({
      id: "x\u001b[2J\u0007\u009b31m",
      title: "t\u202egrade\u2066\n\nfake line\u{e0041}\r",
    });
    const { stdout } = await runCli(["evaluate", "-"], { input });

    expect(stdout.replaceAll("\n", "")).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u,
    );
    expect(stdout).toContain("\\u001b[2J");
    expect(stdout.split("\n")[0]).toContain("fake line");
  });

  it("is cut where it is too long", async () => {
    const { stdout } = await runCli(["evaluate", "-"], {
      input: JSON.stringify({ id: "a", title: "长".repeat(100_000) }),
    });
    expect(stdout.length).toBeLessThan(20_000);
  });
});

describe("a bad document", () => {
  it("ends with 1 and a coded line, and nothing on stdout but an answer", async () => {
    const texts = [
      "{",
      '{"id": 1}',
      "[]",
      '"text"',
      '{"id": "a", "nonsense": true}',
      "",
      "a: [",
      Buffer.from([0x7b, 0xff, 0x7d]),
    ];
    for (const input of texts) {
      const { code, stderr } = await runCli(["evaluate", "-", "--lang", "en"], { input });
      expect({ input, code }).toEqual({ input, code: 1 });
      expect(stderr).toMatch(/^error \[\w+\]: /);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
