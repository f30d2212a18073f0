// That the fuzzer is led by coverage: it climbs a staircase of comparisons that luck alone does not.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

let found: string;
beforeAll(() => {
  found = mkdtempSync(join(tmpdir(), "amrnci-fuzz-"));
});
afterAll(() => {
  rmSync(found, { recursive: true });
});

const fuzz = async (guided: "yes" | "no"): Promise<{ code: number; said: string }> => {
  const env = {
    ...process.env,
    FUZZ_DOORS: "test/fuzz/doors",
    FUZZ_FOUND: found,
    FUZZ_INPUTS: "40000",
    FUZZ_SECONDS: "600",
    FUZZ_SEED: "1",
    FUZZ_WORKERS: "1",
    FUZZ_GUIDED: guided,
  };
  const ended = run(process.execPath, ["--import", "tsx", "scripts/fuzz.ts"], { cwd: root, env });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    },
  );
};

describe("the fuzzer", { timeout: 300_000 }, () => {
  it("without guidance finds nothing behind three comparisons", async () => {
    expect(await fuzz("no")).toMatchObject({ code: 0 });
    expect(readdirSync(found)).toEqual([]);
  });

  it("guided by coverage finds it, keeps the input and says so in its last line", async () => {
    const { code, said } = await fuzz("yes");
    expect(code).toBe(1);
    expect(said).toMatch(
      /\nfuzz: 40,0\d\d inputs at 1 door .*: 1 found, at most \d+ MB a process\n/,
    );
    const [name = ""] = readdirSync(join(found, "staircase"));
    expect(readFileSync(join(found, "staircase", name), "latin1")).toMatch(/^opa/);
  });
});
