import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { row } from "../../src/cli/terminal/table.js";
import { width } from "../../src/cli/terminal/width.js";
import { wrap } from "../../src/cli/terminal/wrap.js";

describe("lines", () => {
  it("break between Chinese characters, not before closing or after opening marks", () => {
    expect(wrap("网络安全，事件", 8)).toEqual(["网络安", "全，事件"]);
    expect(wrap("网络安（全）", 8)).toEqual(["网络安", "（全）"]);
  });

  it("keep numbers and their signs whole", () => {
    expect(wrap("人数 ≥ 1,000,000人", 14)).toEqual(["人数", "≥ 1,000,000人"]);
  });

  it("cut what is wider than a line", () => {
    expect(wrap("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  });

  it("are never wider than asked, and lose nothing but spaces", () => {
    const texts = fc.string({
      unit: fc.constantFrom(...Array.from("ab ,.(1≥→网络，。（）〔〕“”%é\u0301😀")),
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map((one) => stringWidth(one)))).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

describe("columns", () => {
  it("start at the same place whatever stands before them", () => {
    const lines = row(
      [[{ text: "网络安全事件" }], [{ text: "a" }, { text: "b" }, { text: "c" }]],
      [6, 3],
    );
    expect(lines).toEqual(["网络安  a", "全事件  b", "        c"]);
  });
});

describe("width", () => {
  it("is that of the string-width package for every plane's letters, marks and emoji", () => {
    const characters = fc.string({ unit: "binary" });
    const plain = /^[\p{L}\p{N}\p{P}\p{Sc}\p{Sm}\p{Zs}\p{Mn}\p{Emoji_Presentation}]*$/u;
    // Conjoining Hangul letters and flags are made of several characters, and are left out here.
    const made = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u{1f1e6}-\u{1f1ff}\uff9e\uff9f]/u;
    fc.assert(
      fc.property(characters, (text) => {
        fc.pre(plain.test(text) && !made.test(text));
        expect(width(text)).toBe(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
    for (const text of [
      "❤️",
      "👍🏽",
      "🇨🇳",
      "１２",
      "…“”·→≥●",
      "é",
      "\u001b[31m红\u001b[39m",
      "〔2025〕",
    ]) {
      expect({ text, width: width(text) }).toEqual({ text, width: stringWidth(text) });
    }
  });
});
