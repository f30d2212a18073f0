import { describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { validateFixture } from "../../src/evaluator/validate/documents.js";

const fixture = (expected: unknown): unknown => ({
  title: "a title",
  incident: { id: "x" },
  expect: expected,
});

const messages = (value: unknown): string[] => {
  try {
    validateFixture(value);
  } catch (error) {
    if (error instanceof AmrnciError) return error.issues.map(({ message }) => message);
    throw error;
  }
  return [];
};

describe("a fixture", () => {
  it.each([
    { status: "decided" },
    { grade: { floor: "major" } },
    { grade: null, rules: null, liability: null, reportable: null },
    { duties: [{ id: "operator.summary", absent: true }] },
    { duties: [] },
    {
      duties: [{ id: "operator.first_report.cii", state: "late", due: null, limit_seconds: 3600 }],
    },
    { criteria: [{ id: "annex.major.condition.5", outcome: "met" }] },
    { readings: { clock_start: "awareness" } },
    { liability: { aggravating: [{ id: "late_report", status: "stands" }] } },
    { notices: [] },
    { errors: [{ path: "/incident/id", expected: "name" }] },
  ])("may expect %j", (expected) => {
    expect(messages(fixture(expected))).toEqual([]);
  });

  it.each([
    [{ grades: {} }, '/expect/grades: there is no such member here; did you mean "grade"?'],
    [
      { grade: { flor: "major" } },
      '/expect/grade/flor: there is no such member here; did you mean "floor"?',
    ],
    [
      { grade: { floor: "mjor" } },
      '/expect/grade/floor: expected "general", "relatively_major", "major" or "particularly_major"; received "mjor" (text); did you mean "major"?',
    ],
    [{ duties: [{ state: "met" }] }, "/expect/duties/0/id: is missing"],
    [
      { duties: [{ id: "operator.summary", absent: false }] },
      "/expect/duties/0/absent: expected true; received false (true or false)",
    ],
    [
      { criteria: [{ id: "annex.major.condition.9" }] },
      /^\/expect\/criteria\/0\/id: expected text of the form /,
    ],
    [{}, "/expect: expected an object {…} of at least 1 member; received {} (object)"],
  ])("can't expect %j", (expected, message) => {
    expect(messages(fixture(expected))).toEqual([
      typeof message === "string" ? message : (expect.stringMatching(message) as string),
    ]);
  });

  it("holds an incident that follows the contract", () => {
    const incident = {
      id: "x",
      impact: { direct_economic_loss_yuan: { at_least: 2, at_most: 1 } },
    };
    expect(messages({ title: "t", incident, expect: { status: "decided" } })).toEqual([
      "/incident/impact/direct_economic_loss_yuan: at_least (2) is greater than at_most (1)",
    ]);
  });

  it("needs a title, an incident and an expectation", () => {
    expect(messages({})).toEqual([
      "/title: is missing; expected text of at least 1 character",
      "/incident: is missing",
      "/expect: is missing",
    ]);
  });
});
