import { describe, expect, it } from "vitest";
import { checkReadings, describeIssue } from "../../src/evaluator/validate/index.js";
import { AmrnciError } from "../../src/errors.js";

const known = { clock_start: ["awareness", "assessment"], relay_bearer: ["authority", "operator"] };

describe("readings of a request", () => {
  it("may be any that the bundle knows", () => {
    expect(() => {
      checkReadings({ clock_start: "assessment", relay_bearer: "operator" }, known);
    }).not.toThrow();
  });

  it.each([
    [
      { clock_strt: "awareness" },
      '/readings/clock_strt: there is no such reading; did you mean "clock_start"?',
      '/readings/clock_strt：没有这一解读；是否想写 "clock_start"？',
    ],
    [
      { nothing_like_it: "x" },
      "/readings/nothing_like_it: there is no such reading; known are clock_start, relay_bearer",
      "/readings/nothing_like_it：没有这一解读；可用的有 clock_start、relay_bearer",
    ],
    [
      { toString: "x" },
      "/readings/toString: there is no such reading; known are clock_start, relay_bearer",
      "/readings/toString：没有这一解读；可用的有 clock_start、relay_bearer",
    ],
    [
      { clock_start: "asessment" },
      '/readings/clock_start: expected "awareness" or "assessment"; received "asessment" (text); did you mean "assessment"?',
      '/readings/clock_start：应为 "awareness" 或 "assessment"；实际为："asessment"（文本）；是否想写 "assessment"？',
    ],
  ])("%j is refused", (readings, en, zh) => {
    let error: unknown;
    try {
      checkReadings(readings, known);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof AmrnciError)) throw new Error("it was accepted");
    expect(error.code).toBe("reading_unknown");
    expect(error.issues.map(({ message }) => message)).toEqual([en]);
    expect(
      error.issues.map((issue) => describeIssue(issue, "zh").replace("应为：", "应为 ")),
    ).toEqual([zh]);
  });
});
