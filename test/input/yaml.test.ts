import { describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { parseYaml } from "../../src/input/yaml.js";

const refused = (input: string): AmrnciError => {
  try {
    parseYaml(input);
  } catch (error) {
    if (error instanceof AmrnciError) return error;
    throw error;
  }
  throw new Error("it was accepted");
};

const lines = (...text: string[]): string => text.join("\n");

describe("YAML", () => {
  it.each([
    [
      "dates stay texts",
      "a: 2025-12-22T22:00:00+08:00\nb: 2025-11-01",
      { a: "2025-12-22T22:00:00+08:00", b: "2025-11-01" },
    ],
    [
      "no, yes, on and off are texts",
      "a: no\nb: yes\nc: on\nd: off",
      { a: "no", b: "yes", c: "on", d: "off" },
    ],
    [
      "null, true and numbers are those of JSON",
      "a: ~\nb: true\nc: 1.5\nd: 0x1f\ne: 010\nf:",
      { a: null, b: true, c: 1.5, d: 31, e: 10, f: null },
    ],
    ["1_000 is a text", "a: 1_000", { a: "1_000" }],
    [
      "keys are texts as written",
      "1: a\ntrue: b\n2025-11-01: c\n720_hours: d",
      { 1: "a", true: "b", "2025-11-01": "c", "720_hours": "d" },
    ],
    ["JSON is YAML", '{"a": [1, "\\ud83d\\ude00"]}', { a: [1, "😀"] }],
    ["aliases are copies", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
    [
      "an alias means the anchor before it",
      "a: &x 1\nb: &y [*x]\nc: &x 2\nd: *y\ne: *x",
      { a: 1, b: [1], c: 2, d: [1], e: 2 },
    ],
    ["<< is a key like any other", "a: {<<: {b: 1}}", { a: { "<<": { b: 1 } } }],
    ["one document may be marked", "---\na: 1\n...\n", { a: 1 }],
    ["nothing is null", "", null],
    [
      "64 levels are read",
      "[".repeat(64) + "]".repeat(64),
      JSON.parse("[".repeat(64) + "]".repeat(64)),
    ],
    ["a byte order mark is no part of it", "\ufeffa: 1", { a: 1 }],
  ])("%s", (_, text, value) => {
    expect(parseYaml(text).value).toEqual(value);
    expect(parseYaml(new TextEncoder().encode(text)).value).toEqual(value);
  });
});

describe("YAML that JSON does not have, or that endangers, is refused with its place", () => {
  const bomb = lines(
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]",
    ...Array.from(
      { length: 9 },
      (_, n) =>
        `a${String(n + 1)}: &a${String(n + 1)} [${Array(10)
          .fill(`*a${String(n)}`)
          .join(", ")}]`,
    ),
  );
  it.each([
    ["a key twice", "a: 1\nb:\n  c: 2\n  c: 3", "duplicate_key", "/b/c", 4],
    ["a key twice, as text and number", '1: a\n"1": b', "duplicate_key", "/1", 2],
    ["__proto__", "a:\n  __proto__: 1", "forbidden_key", "/a/__proto__", 2],
    [".nan", "a: .nan", "number_not_exact", "/a", 1],
    ["-.inf", "- 1\n- -.inf", "number_not_exact", "/1", 2],
    ["1e400", "a: 1e400", "number_not_exact", "/a", 1],
    ["a number with a digit too many", "a: 9007199254740993", "number_not_exact", "/a", 1],
    ["half a pair", 'a: "\\ud800"', "lone_surrogate", "/a", 1],
    ["half a pair in a key", '"\\ud800": 1', "lone_surrogate", "/\ud800", 1],
    ["a binary tag", "a: !!binary aGk=", "input_not_yaml", "/a", 1],
    ["a tag of one's own", "a:\n - !x {b: 1}", "input_not_yaml", "/a/0", 2],
    ["a tag on a key", "!!str a: 1", "input_not_yaml", "", 1],
    ["YAML 1.1", "%YAML 1.1\n---\na: no", "input_not_yaml", "", 1],
    ["a %TAG", "%TAG ! tag:x,2000:\n---\na: 1", "input_not_yaml", "", 1],
    ["two documents", "a: 1\n---\nb: 2", "input_not_yaml", "", 2],
    ["200,000 documents", "---\n".repeat(200_000), "input_not_yaml", "", 2],
    ["a list as key", "? [a]\n: 1", "input_not_yaml", "", 1],
    ["no key", "? \n: 1", "input_not_yaml", "", 1],
    ["an alias without anchor", "a: *x", "input_not_yaml", "/a", 1],
    ["a circle", "a: &a [*a]", "too_deep", `/a${"/0".repeat(63)}`, 1],
    ["copies of copies", bomb, "input_not_yaml", null, 1],
    ["an open list", "a: [1\nb: 2", "input_not_yaml", "", 2],
    ["tabs", "a:\n\t- 1", "input_not_yaml", "", 2],
    ["65 lists", "[".repeat(65) + "]".repeat(65), "too_deep", "/0".repeat(64), 1],
    ["a million brackets", "[".repeat(1_000_000), "too_deep", "", 1],
    ["half a million dashes", "- ".repeat(500_000), "too_deep", "", 1],
    [
      "a staircase",
      lines(...Array.from({ length: 1000 }, (_, n) => `${" ".repeat(n)}a:`)),
      "too_deep",
      "",
      66,
    ],
  ])("%s", (_, text, code, path, line) => {
    const start = performance.now();
    const error = refused(text);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(error.code).toBe(code);
    expect(error.issues).toMatchObject([
      { ...(path === null ? {} : { path }), position: { line } },
    ]);
  });

  it("more than a megabyte", () => {
    expect(refused(`a: ${"x".repeat(1_100_000)}`).code).toBe("input_too_large");
  });

  it("nine thousand anchors and aliases don't take quadratic time", () => {
    const text = lines(
      ...Array.from({ length: 9000 }, (_, n) => `- &a${String(n)} v\n- *a${String(n)}`),
    );
    const start = performance.now();
    expect(parseYaml(text).value).toHaveLength(18_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
