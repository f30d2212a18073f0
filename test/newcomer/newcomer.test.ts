// A clean clone on a machine that lacks something: one line says what to do. What takes downloads and
// minutes is behind `make newcomer`.
import { execFile } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { CASES } from "../../scripts/newcomer/cases.js";
import { OFFLINE } from "../../scripts/newcomer/machine.js";
import { runCase } from "../../scripts/newcomer/run.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

describe("in a clean clone", { timeout: 120_000 }, () => {
  it.each(CASES.filter(({ quick }) => quick))("$name one line says what to do", async (one) => {
    for await (const { wrong, said } of runCase(root, one)) {
      expect({ wrong, said }).toMatchObject({ wrong: null });
    }
  });
});

describe("once it is built", { timeout: 120_000 }, () => {
  const offline = {
    cwd: root,
    // A make above this one must not speak through it.
    env: { ...process.env, ...OFFLINE, MAKEFLAGS: "", MAKELEVEL: "", LANG: "C", LC_ALL: "C" },
  };

  it("a second run of the demo builds nothing, and judges without a network", async () => {
    const dry = await run("make", ["--dry-run", "build"], offline);
    // It looks whether Node and OPA are there, and that is all.
    expect(
      dry.stdout.split("\n").filter((line) => !/^(?:sh scripts\/(?:node|tools)\.sh|$)/.test(line)),
    ).toEqual([]);
    const { stdout, stderr } = await run("make", ["demo"], offline);
    expect(stdout).toContain("at least major, up to particularly major");
    expect(stderr).toBe("");
  });

  it.each([
    ["en", /^amrnci needs Node\.js 20 or newer; this is v18\.20\.8: https:\/\/\S+\n$/],
    ["zh", /^amrnci 需要 Node\.js 20 或更高版本，当前为 v18\.20\.8：https:\/\/\S+\n$/],
  ])("the command on an old Node says so in one line: %s", async (lang, line) => {
    const cli = pathToFileURL(`${root}/dist/cli.js`).href;
    const pretend = `
      Object.defineProperty(process, "version", { value: "v18.20.8" });
      Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });
      process.argv.push("--version", "--lang", "${lang}");
      await import("${cli}");`;
    const ended = run(process.execPath, ["--input-type=module", "--eval", pretend], offline);
    const { code, stdout, stderr } = await ended.then(
      (fine) => ({ code: 0, ...fine }),
      (error: unknown) => error as { code: number; stdout: string; stderr: string },
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(line);
  });
});
