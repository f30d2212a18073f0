// What is said of records: in both languages, with the same values, for everything that can go wrong.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { logWords } from "../../src/words/log.js";

const [zh, en] = [logWords("zh"), logWords("en")];
const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const source = (name: string): string =>
  readFileSync(new URL(`../../src/records/${name}`, import.meta.url), "utf8");

describe("the words of decision records", () => {
  it("take the same values in both languages, and each is in its own", () => {
    for (const [key, text] of Object.entries(zh) as [keyof typeof zh, string][]) {
      expect({ key, holes: holes(en[key]) }).toEqual({ key, holes: holes(text) });
      expect(en[key]).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("say every fault that the library has a code for", () => {
    const faults = [...source("fault.ts").matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    expect(faults.length).toBeGreaterThan(15);
    for (const fault of faults) expect(zh).toHaveProperty([fault ?? ""]);
  });
});
