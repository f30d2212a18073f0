// What is said of bundles and keys, in both languages.
import { describe, expect, it } from "vitest";
import { FAULTS, unfit, unreadable, untrusted } from "../../src/bundle/fault.js";
import { sayFault } from "../../src/words/bundle-fault.js";
import { signingWords } from "../../src/words/bundle-signing.js";

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe("a fault", () => {
  it.each(Object.entries(FAULTS))("%s says the same in Chinese as in English", (code, sentence) => {
    const params = Object.fromEntries(holes(sentence).map((hole) => [hole.slice(1, -1), hole]));
    const reason = { code, params };
    const said = sayFault({ code: "bundle_unreadable", message: sentence, reason }, "zh") ?? "";
    expect(holes(said)).toEqual(holes(sentence));
    expect(said).toMatch(/^规则包无法读取：.*\p{Script=Han}.*。$/u);
  });

  it("opens by what it is about", () => {
    expect(sayFault(unreadable("not_gzip"), "zh")).toBe("规则包无法读取：不是完整的 gzip 文件。");
    expect(sayFault(untrusted("file_added", { name: "a.txt" }), "zh")).toBe(
      "规则包未通过验证：a.txt 不在签名范围内。",
    );
    expect(sayFault(unfit("key_encrypted"), "en")).toBe(
      "The key can't be used: it is encrypted; decrypt it: openssl pkcs8 -topk8 -nocrypt.",
    );
  });
});

describe("the words of signing", () => {
  it("take the same params in both languages", () => {
    const [zh, en] = [signingWords("zh"), signingWords("en")];
    for (const [key, text] of Object.entries(zh)) {
      expect([key, holes(en[key as keyof typeof en])]).toEqual([key, holes(text)]);
    }
  });
});
