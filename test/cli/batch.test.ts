import { spawn, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { BUNDLE } from "../support/shipped-policy.js";
import { incident, runCli } from "./run-cli.js";

const line = (id: string): string =>
  JSON.stringify({ incident: { id, impact: { direct_economic_loss_yuan: 6_000_000 } } });
const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;

interface Answer {
  status?: string;
  error?: { code: string; message: string; issues: { path: string }[] };
}

function answers(stdout: string): Answer[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text) as Answer);
}

describe("batch", () => {
  it("answers each line in order, whatever its ending, and passes over blank ones", async () => {
    const input = `${line("a")}\r\n\n  \t\n${line("b")}\n${line("c")}`;
    const { code, stdout, stderr } = await runCli(["batch"], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(answers(stdout).map(({ status }) => status)).toEqual([
      "undecided",
      "undecided",
      "undecided",
    ]);
  });

  it("gives an error in the place of a bad line and goes on", async () => {
    const input = Buffer.concat([
      Buffer.from(
        `${line("a")}\n{\n{"incident":{"id":"x","impact":{"direct_economic_loss_yuan":-1}}}\n`,
      ),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(`null\n[]\n${line("z")}\n`),
    ]);
    const { code, stdout } = await runCli(["batch"], { input });
    const got = answers(stdout);
    expect(code).toBe(1);
    expect(got.map(({ error }) => error?.code ?? "good")).toEqual([
      "good",
      expect.stringMatching(/\w/),
      "request_invalid",
      expect.stringMatching(/utf8/),
      "request_invalid",
      "request_invalid",
      "good",
    ]);
    expect(got[2]?.error?.issues[0]?.path).toBe("/incident/impact/direct_economic_loss_yuan");
  });

  it("answers with workers byte for byte as without, errors and blank lines in their places", async () => {
    const many = Array.from({ length: 3_000 }, (_, n) =>
      n % 97 === 5 ? "{" : n % 89 === 7 ? " \t" : line(`many-${String(n)}`),
    );
    many[1_500] = `{"incident":{"id":"${"x".repeat(2 * 1024 * 1024)}"}}`;
    const input = many.join("\n");
    const alone = await runCli(["batch"], { input });
    const shared = await runCli(["batch", "--workers", "3"], { input });
    expect(shared.stdout === alone.stdout).toBe(true);
    expect(shared).toMatchObject({ code: 1, stderr: "" });
    expect(alone.stdout.trimEnd().split("\n")).toHaveLength(
      many.filter((one) => one.trim()).length,
    );
  });

  it("with workers decides by the bundle that is named, and says so where that is of no use", async () => {
    const good = await runCli(["batch", "--workers", "2", "--bundle", BUNDLE], {
      input: line("a"),
    });
    expect(answers(good.stdout)[0]?.status).toBe("undecided");
    const bad = await runCli(["batch", "--workers", "2", "--bundle", CLI], { input: line("a") });
    expect(bad).toMatchObject({ code: 2, stdout: "" });
    const none = await runCli(["batch", "--workers", "0"]);
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("--workers");
  });

  it("reads past a line that is too long without keeping it", async () => {
    const input = `{"incident":{"id":"${"x".repeat(3 * 1024 * 1024)}"}}\n${line("b")}\n`;
    const { code, stdout } = await runCli(["batch"], { input });
    expect(code).toBe(1);
    expect(answers(stdout).map(({ error }) => error?.code ?? "good")).toEqual([
      "input_too_large",
      "good",
    ]);
  });

  it("answers nothing to nothing", async () => {
    expect(await runCli(["batch"], { input: "" })).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("ends quietly when its reader stops reading", () => {
    const input = `${line("a")}\n`.repeat(3000);
    const { stdout, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${CLI}" batch | head -1`],
      { input },
    );
    expect(stderr.toString()).toBe("");
    expect(answers(stdout.toString()).length).toBe(1);
  });

  it("keeps its memory flat over ten thousand lines", { timeout: 120_000 }, async () => {
    const few = await heapAfter(2000);
    expect((await heapAfter(10_000)) - few).toBeLessThan(4);
  });
});

/** MiB of live objects at the end of a run of so many lines. */
async function heapAfter(lines: number): Promise<number> {
  const report =
    "process.on('exit', () => { gc(); process.stderr.write(String(process.memoryUsage().heapUsed)); })";
  const hook = `data:text/javascript,${encodeURIComponent(report)}`;
  const child = spawn(process.execPath, ["--expose-gc", "--import", hook, CLI, "batch"]);
  let said = "";
  let count = 0;
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 0x0a) count += 1;
  });
  child.stdin.end(`${line("a")}\n`.repeat(lines));
  await new Promise((resolve) => child.on("close", resolve));
  expect(count).toBe(lines);
  return Number(said) / 1024 / 1024;
}

describe("evaluate", () => {
  it("ends quietly when its reader stops reading", () => {
    const command = `"${process.execPath}" "${CLI}" evaluate "${incident("bare.json")}" | head -1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command]);
    expect(stderr.toString()).toBe("");
    expect(stdout.toString().split("\n").length).toBe(2);
  });
});
