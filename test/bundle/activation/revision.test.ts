// Which revision is newer: the order on which the refusal to go back rests.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRevisions, isOrdered } from "../../../src/bundle/index.js";

describe("a revision is newer", () => {
  it.each([
    ["2026.2", "2026.1"],
    ["2026.10", "2026.9"],
    ["2026.2.1", "2026.2"],
    ["2026.3", "2026.2.9"],
    ["2026.1", "0.1.0"],
    ["v1.4.0", "v1.3.9"],
    ["r10", "r9"],
    ["build-17", "build-16"],
    ["2026-11-01.3", "2026-11-01.2"],
    ["2026-11-01.1", "2026-11-01"],
    ["20261101", "20261031"],
    ["9007199254740993", "9007199254740992"],
  ])("%s than %s", (newer, older) => {
    expect(compareRevisions(newer, older)).toBe("newer");
    expect(compareRevisions(older, newer)).toBe("older");
  });

  it.each([
    ["2026.1", "2026.1"],
    ["2026.01", "2026.1"],
    ["main", "main"],
  ])("not %s than %s, which is the same", (one, other) => {
    expect(compareRevisions(one, other)).toBe("same");
  });

  it.each([
    ["9f31c2a", "1b20f3d"],
    ["2026.2-rc1", "2026.2"],
    ["2026.2-1", "2026.2"],
    ["v2", "2"],
    ["v2", "r1"],
    ["2026-2", "2026.1"],
    ["final", "2026.1"],
    ["2026..2", "2026.1"],
  ])("neither of %s and %s", (one, other) => {
    expect(compareRevisions(one, other)).toBe("none");
    expect(compareRevisions(other, one)).toBe("none");
  });

  it("in one order only, whatever the revisions", () => {
    const revision = fc
      .tuple(
        fc.constantFrom("", "v", "build-"),
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(".", "-"),
      )
      .map(([word, numbers, sign]) => `${word}${numbers.join(sign)}`);
    fc.assert(
      fc.property(revision, revision, revision, (a, b, c) => {
        const [ab, bc, ac] = [
          compareRevisions(a, b),
          compareRevisions(b, c),
          compareRevisions(a, c),
        ];
        if (ab === "newer" && bc === "newer") expect(ac).toBe("newer");
        const back = { newer: "older", older: "newer", same: "same", none: "none" }[ab];
        expect(compareRevisions(b, a)).toBe(back);
      }),
    );
  });

  it("where its name counts", () => {
    expect(["2026.2", "v3", "2026-11-01"].every(isOrdered)).toBe(true);
    expect(["9f31c2a", "2026.2-rc1", "final"].some(isOrdered)).toBe(false);
  });
});
