// That memory is laid to the input that takes it, and to none where none takes much.
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

describe("the fuzzer", { timeout: 300_000 }, () => {
  it("keeps the one input that takes much memory, after it was tried alone", async () => {
    const env = { FUZZ_DOOR: "greedy", FUZZ_FOUND: found, FUZZ_INPUTS: "200" };
    const { code, said } = await fuzz(env);
    expect(said).toMatch(/greedy: takes \d{3} MB\n/);
    expect(code).toBe(1);
    const [name = "", ...others] = readdirSync(join(found, "greedy"));
    expect(readFileSync(join(found, "greedy", name), "latin1")).toBe("MUCH");
    expect(others).toEqual([]);
  });

  it("says that the process grows, and keeps no input, where none of them is to blame", async () => {
    const env = {
      FUZZ_DOOR: "hoarding",
      FUZZ_FOUND: found,
      FUZZ_INPUTS: "200",
      FUZZ_KEPT_MB: "700",
    };
    const { code, said } = await fuzz(env);
    expect(said).toMatch(
      /hoarding: after \d+ inputs the process keeps \d+ MB\n {2}no single input/,
    );
    expect(code).toBe(1);
    expect(readdirSync(found)).not.toContain("hoarding");
  });
});
