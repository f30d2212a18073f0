// That the fuzzer is led by coverage: it climbs a staircase of comparisons that luck alone does not.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuzz } from "./run-fuzz.js";

let found: string;
beforeAll(() => {
  found = mkdtempSync(join(tmpdir(), "amrnci-fuzz-"));
});
afterAll(() => {
  rmSync(found, { recursive: true });
});

const climb = (guided: "yes" | "no"): ReturnType<typeof fuzz> =>
  fuzz({
    FUZZ_DOOR: "staircase",
    FUZZ_FOUND: found,
    FUZZ_INPUTS: "40000",
    FUZZ_GUIDED: guided,
  });

describe("the fuzzer", { timeout: 300_000 }, () => {
  it("without guidance finds nothing behind three comparisons", async () => {
    expect(await climb("no")).toMatchObject({ code: 0 });
    expect(readdirSync(found)).toEqual([]);
  });

  it("guided by coverage finds it, keeps the input and says so in its last line", async () => {
    const { code, said } = await climb("yes");
    expect(code).toBe(1);
    expect(said).toMatch(
      /\nfuzz: 40,0\d\d inputs at 1 door .*: 1 found, at most \d+ MB a process\n/,
    );
    const [name = ""] = readdirSync(join(found, "staircase"));
    expect(readFileSync(join(found, "staircase", name), "latin1")).toMatch(/^opa/);
  });
});
