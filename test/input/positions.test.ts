import { describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { validateIncident } from "../../src/evaluator/validate/index.js";
import { parseJson, withPositions } from "../../src/input/index.js";
import { parseYaml } from "../../src/input/yaml.js";

const JSON_TEXT = '{"a": 1,\r\n "b": {"c": [{"x": "é😀"},\n  {"y~/z": 2}, 3, null]}}';
const YAML_TEXT = 'a: 1\r\nb:\n  c:\n    - x: "é😀"\n    - "y~/z": 2\n    - 3\n    -\n';

describe("where a value stands in its text", () => {
  it.each([
    ["", 1, 1],
    ["/a", 1, 2],
    ["/b", 2, 2],
    ["/b/c/0", 2, 14],
    ["/b/c/0/x", 2, 15],
    ["/b/c/1/y~0~1z", 3, 4],
    ["/b/c/2", 3, 16],
    ["/b/c/3", 3, 19],
    ["/b/c/3/none", 3, 19],
    ["/b/c/0/missing", 2, 14],
    ["/b/c/9", 2, 8],
    ["/nothing/at/all", 1, 1],
  ])(
    "JSON: %j is at line %i, column %i, a missing one where it would be",
    (pointer, line, column) => {
      expect(parseJson(JSON_TEXT).positionOf(pointer)).toEqual({ line, column });
    },
  );

  it.each([
    ["", 1, 1],
    ["/a", 1, 1],
    ["/b", 2, 1],
    ["/b/c/0", 4, 7],
    ["/b/c/0/x", 4, 7],
    ["/b/c/1/y~0~1z", 5, 7],
    ["/b/c/2", 6, 7],
    ["/b/c/0/missing", 4, 7],
    ["/nothing/at/all", 1, 1],
  ])("YAML: %j is at line %i, column %i", (pointer, line, column) => {
    expect(parseYaml(YAML_TEXT).positionOf(pointer)).toEqual({ line, column });
  });

  it("is added to the issues of a document that is not valid", () => {
    const { value, positionOf } = parseYaml("id: x\nimpact:\n  sites:\n    - kind: bad\n");
    let error: unknown;
    try {
      validateIncident(value);
    } catch (thrown) {
      error = withPositions(thrown, positionOf);
    }
    if (!(error instanceof AmrnciError)) throw new Error("it was accepted");
    expect(error.issues[0]?.message).toMatch(
      /^\/impact\/sites\/0\/kind \(line 4, column 7\): expected /,
    );
    expect(error.code).toBe("incident_invalid");
  });

  it("leaves other errors alone", () => {
    const other = new TypeError("x");
    expect(withPositions(other, () => null)).toBe(other);
  });
});
