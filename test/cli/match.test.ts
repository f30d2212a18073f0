import { describe, expect, it } from "vitest";
import { mismatches } from "../../src/cli/test/match.js";

const decision = {
  grade: { floor: "major", settled: true },
  duties: [
    { id: "a/b", due: null, recipients: ["x", "y"] },
    { id: "c", due: "t" },
  ],
  notices: [{ code: "n", params: {} }],
};

describe("a part of a decision", () => {
  it("matches by the keys that are given", () => {
    expect(mismatches({ grade: { floor: "major" } }, decision)).toEqual([]);
    expect(mismatches({}, decision)).toEqual([]);
  });

  it("matches lists by id, in any order", () => {
    expect(mismatches({ duties: [{ id: "c" }, { id: "a/b", due: null }] }, decision)).toEqual([]);
  });

  it("matches other lists exactly", () => {
    expect(mismatches({ duties: [{ id: "a/b", recipients: ["y", "x"] }] }, decision)).toEqual([
      {
        pointer: "/expect/duties/0/recipients",
        rule: "a/b",
        expected: ["y", "x"],
        actual: ["x", "y"],
      },
    ]);
    expect(mismatches({ notices: [{ code: "n" }] }, decision)).toHaveLength(1);
    expect(mismatches({ duties: [] }, decision)).toHaveLength(1);
    expect(mismatches({ duties: [] }, { duties: [] })).toEqual([]);
  });

  it("asserts absence", () => {
    expect(mismatches({ duties: [{ id: "z", absent: true }] }, decision)).toEqual([]);
    expect(mismatches({ duties: [{ id: "c", absent: true }] }, decision)).toEqual([
      {
        pointer: "/expect/duties/0",
        rule: "c",
        expected: { absent: true },
        actual: { id: "c" },
      },
    ]);
  });

  it("tells what is missing from null, and a key of the prototype from a key", () => {
    expect(mismatches({ duties: [{ id: "q" }], nothing: null, toString: 1 }, decision)).toEqual([
      { pointer: "/expect/duties/0", rule: "q", expected: { id: "q" }, actual: undefined },
      { pointer: "/expect/nothing", rule: null, expected: null, actual: undefined },
      { pointer: "/expect/toString", rule: null, expected: 1, actual: undefined },
    ]);
  });

  it("points into the fixture by RFC 6901", () => {
    expect(mismatches({ "a/b~c": 1 }, {})[0]?.pointer).toBe("/expect/a~1b~0c");
  });
});
