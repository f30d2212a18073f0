import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { describeIssue } from "../../src/evaluator/validate/index.js";
import { parseJson } from "../../src/input/index.js";

const refused = (input: string | Uint8Array, limits = {}): AmrnciError => {
  try {
    parseJson(input, limits);
  } catch (error) {
    if (error instanceof AmrnciError) return error;
    throw error;
  }
  throw new Error("it was accepted");
};

const utf8 = (...bytes: number[]): Uint8Array => new Uint8Array(bytes);

describe("JSON", () => {
  it.each([
    ["{}", {}],
    [
      ' {"a": [1, -2.50, 1e3, true, null, "\\u4e2d\\ud83d\\ude00\\n"]} ',
      { a: [1, -2.5, 1000, true, null, "中😀\n"] },
    ],
    [
      '{"a": {"x": 1}, "b": {"x": 1}, "x": [{"x": 1}, {"x": 1}]}',
      { a: { x: 1 }, b: { x: 1 }, x: [{ x: 1 }, { x: 1 }] },
    ],
    ['{"a": "constructor", "b": "{[:\\"\\\\", "": 0}', { a: "constructor", b: '{[:"\\', "": 0 }],
    [
      "[9007199254740991, 9007199254740992, 0.1, 1E2, 100000000000000000000, -0.0]",
      [9007199254740991, 9007199254740992, 0.1, 100, 1e20, -0],
    ],
    ["\ufeff1", 1],
    ["[".repeat(64) + "]".repeat(64), JSON.parse("[".repeat(64) + "]".repeat(64))],
  ])("%s is read as JSON.parse reads it", (text, value) => {
    expect(parseJson(text).value).toEqual(value);
    expect(parseJson(new TextEncoder().encode(text)).value).toEqual(value);
  });

  it("may be larger than a megabyte where the caller says so", () => {
    const text = `"${"中".repeat(400_000)}"`;
    expect(refused(text).code).toBe("input_too_large");
    expect(parseJson(text, { maxBytes: 2_000_000 }).value).toHaveLength(400_000);
  });
});

describe("JSON that would silently change or endanger is refused with its place", () => {
  it.each([
    [
      "a key twice",
      '{"a": 1,\n "b": {"c": [{"x": 1, "x": 2}]}}',
      "duplicate_key",
      "/b/c/0/x",
      [2, 23],
    ],
    ["a key twice, once escaped", '{"a": 1, "\\u0061": 2}', "duplicate_key", "/a", [1, 10]],
    ["an empty key twice", '{"": 1, "": 1}', "duplicate_key", "/", [1, 9]],
    [
      "__proto__",
      '{"incident": {"__proto__": {"x": 1}}}',
      "forbidden_key",
      "/incident/__proto__",
      [1, 15],
    ],
    ["__proto__ escaped", '{"\\u005f_proto__": 1}', "forbidden_key", "/__proto__", [1, 2]],
    ["constructor", '[{"constructor": 1}]', "forbidden_key", "/0/constructor", [1, 3]],
    ["prototype", '{"prototype": 1}', "forbidden_key", "/prototype", [1, 2]],
    ["half a pair in a value", '{"a": "\ud800"}', "lone_surrogate", "/a", [1, 7]],
    ["half a pair, escaped", '["", "x\\udc00"]', "lone_surrogate", "/1", [1, 6]],
    ["a pair the wrong way round", '["\\udc00\\ud800"]', "lone_surrogate", "/0", [1, 2]],
    ["half a pair in a key", '{"\\ud800": 1}', "lone_surrogate", "/\ud800", [1, 2]],
    ["a number beyond doubles", '{"a": 1e400}', "number_not_exact", "/a", [1, 7]],
    ["a number that is nearly zero", "[-1e-400]", "number_not_exact", "/0", [1, 2]],
    ["a number with a digit too many", "[1, 9007199254740993]", "number_not_exact", "/1", [1, 5]],
    ["a fraction with digits too many", "[0.10000000000000001]", "number_not_exact", "/0", [1, 2]],
    ["65 lists", "[".repeat(65) + "]".repeat(65), "too_deep", "/0".repeat(64), [1, 65]],
    [
      "65 objects",
      '{"a":'.repeat(65) + "1" + "}".repeat(65),
      "too_deep",
      "/a".repeat(64),
      [1, 317],
    ],
    ["a million brackets", "[".repeat(1_000_000), "too_deep", "/0".repeat(64), [1, 65]],
  ])("%s", (_, text, code, path, [line, column]) => {
    const error = refused(text);
    expect(error.code).toBe(code);
    expect(error.issues).toMatchObject([{ path, code, position: { line, column } }]);
  });

  it.each([
    ["nothing", "", [1, 1], "it ends too early"],
    ["an open list", "[1,\n2", [2, 2], "it ends too early"],
    ["a comma at the end", '{"a": 1,}', [1, 9], "this is not expected here"],
    ["no colon", '{"a" 1}', [1, 6], "this is not expected here"],
    ["NaN", "[NaN]", [1, 2], "this is not expected here"],
    ["a leading zero", "[01]", [1, 3], "this is not expected here"],
    ["a comment", "[1] // one", [1, 5], "something follows the end"],
    ["two values", "1 2", [1, 3], "something follows the end"],
    [
      "an open text",
      '{"a": "x',
      [1, 7],
      "this text has no end, a bad escape or a control character",
    ],
    [
      "a line break in a text",
      '["a\nb"]',
      [1, 2],
      "this text has no end, a bad escape or a control character",
    ],
    [
      "a bad escape",
      '["\\x"]',
      [1, 2],
      "this text has no end, a bad escape or a control character",
    ],
  ])("what is no JSON: %s", (_, text, [line, column], why) => {
    const error = refused(text);
    expect(error.code).toBe("input_not_json");
    expect(error.issues[0]?.message).toBe(
      `the document (line ${String(line)}, column ${String(column)}): can't be read as JSON: ${why}`,
    );
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  it.each([
    [utf8(0x22, 0xff, 0x22), [1, 2]],
    [utf8(0x5b, 0x0a, 0x22, 0xe4, 0xb8, 0x22, 0x5d), [2, 2]],
    [utf8(0x22, 0xed, 0xa0, 0x80, 0x22), [1, 2]],
    [utf8(0x22, 0xc0, 0xaf, 0x22), [1, 2]],
    [utf8(0xff, 0xfe, 0x31, 0x00), [1, 1]],
  ])("bytes that are no UTF-8: %j", (bytes, [line, column]) => {
    const error = refused(bytes);
    expect(error.code).toBe("input_not_utf8");
    expect(error.issues).toMatchObject([{ position: { line, column } }]);
  });

  it("ten megabytes, before anything is read", () => {
    const start = performance.now();
    expect(refused("x".repeat(10_000_000)).code).toBe("input_too_large");
    expect(refused(new Uint8Array(10_000_000)).code).toBe("input_too_large");
    expect(performance.now() - start).toBeLessThan(200);
  });

  it.each([
    ["escapes", `[${'"\\u4e2d",'.repeat(100_000)}1]`],
    ["backslashes", `"${'\\"'.repeat(500_000)}`],
    ["backslash pairs", `"${"\\\\".repeat(500_000)}"`],
    ["numbers", `[${"1e1,".repeat(200_000)}1]`],
    ["digits", `[${"1".repeat(1_000_000)}]`],
    ["one key for ever", `{${'"a":1,'.repeat(100_000)}"a":1}`],
    ["an open list", `[${"1,".repeat(500_000)}`],
  ])("a hostile megabyte of %s takes linear time", (_, text) => {
    const start = performance.now();
    try {
      parseJson(text);
    } catch (error) {
      expect(error).toBeInstanceOf(AmrnciError);
    }
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it("and says so in Chinese", () => {
    const said = (text: string): string[] =>
      refused(text).issues.map((issue) => describeIssue(issue, "zh"));
    expect(said('{"a":1,"a":2}')).toEqual([
      "/a（第 1 行第 8 列）：在同一对象中出现两次；请删去其一",
    ]);
    expect(said('{"__proto__":1}')).toEqual(["/__proto__（第 1 行第 2 列）：成员不得使用此名称"]);
    expect(said("[1e400]")).toEqual([
      "/0（第 1 行第 2 列）：1e400 无法精确表示；请写不超过 15 位的数字",
    ]);
    expect(said("[1")).toEqual(["整个文档（第 1 行第 3 列）：无法按 JSON 读取：内容提前结束"]);
  });
});

describe("any text", () => {
  it("is read as JSON.parse reads it, or refused with a named error", () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string({ unit: fc.constantFrom(...Array.from('{}[]:,"\\u0a1e-. \n')) }),
      fc.json().map((text) => text.slice(0, -1)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let value: unknown;
        try {
          ({ value } = parseJson(text));
        } catch (error) {
          if (!(error instanceof AmrnciError)) throw error;
          expect(error.code).not.toBe("internal");
          expect(error.issues[0]?.position?.line).toBeGreaterThan(0);
          return;
        }
        expect(value).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });
});
