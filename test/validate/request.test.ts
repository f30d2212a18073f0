import { describe, expect, it } from "vitest";
import { AmrnciError, type Issue } from "../../src/errors.js";
import {
  describeIssue,
  validateIncident,
  validateRequest,
} from "../../src/evaluator/validate/index.js";
import { incident, incidentWith, request } from "./request-sample.js";

const issuesOf = (check: (value: unknown) => unknown, value: unknown): readonly Issue[] => {
  try {
    check(value);
  } catch (error) {
    if (error instanceof AmrnciError) return error.issues;
    throw error;
  }
  return [];
};

const QUANTITY = 'a whole number from 0 to 10^15, {"at_least": n, "at_most": m} or "unknown"';
const PERCENT = 'a whole number from 0 to 100, {"at_least": n, "at_most": m} or "unknown"';
const YES_NO = 'true, false or "unknown"';
const TIME = "a real date and time with seconds and an offset, such as 2025-12-22T22:00:00+08:00";
const LIST = 'a list […], {"at_least": […]} or "unknown"';
const LOSS = "/impact/direct_economic_loss_yuan";

describe("a request", () => {
  it("is returned as it came", () => {
    expect(validateRequest(request)).toBe(request);
    expect(validateIncident(incident)).toBe(incident);
    expect(validateIncident({ id: "only an id" })).toEqual({ id: "only an id" });
  });

  it("is refused with the code of what it was meant to be", () => {
    expect(() => validateRequest({})).toThrow(expect.objectContaining({ code: "request_invalid" }));
    expect(() => validateIncident({})).toThrow(
      expect.objectContaining({ code: "incident_invalid" }),
    );
  });

  it("is explained in the error's message, place by place", () => {
    expect(() => validateRequest({ incident: { id: "" }, as_off: 1 })).toThrow(
      'The request is not valid (2 issues):\n  /as_off: there is no such member here; did you mean "as_of"?\n  /incident/id: expected text from 1 to 200 characters; received "" (text)',
    );
  });
});

describe("facts that are allowed", () => {
  it.each([
    [LOSS, 0],
    [LOSS, 1.0],
    [LOSS, {}],
    [LOSS, { at_least: 3 }],
    [LOSS, { at_least: 3, at_most: 3 }],
    [LOSS, "unknown"],
    ["/impact/sites", []],
    ["/impact/sites", { at_least: [] }],
    ["/impact/sites", "unknown"],
    ["/impact/data/0/effects", "unknown"],
    ["/impact/data/0/effects", { at_least: ["lost"] }],
    ["/reports", "unknown"],
    ["/reports/0/items", { at_least: [8] }],
    ["/operator/province", "CN-HK"],
    ["/times/occurred_at", "2024-02-29T23:59:59.999999999+23:59"],
    ["/times/occurred_at", "0001-01-01T00:00:00-00:00"],
    ["/times/occurred_at", "9999-12-31T23:59:59Z"],
    ["/id", "x".repeat(200)],
    ["/id", "事".repeat(200)],
  ])("%s may be %j", (pointer, value) => {
    expect(issuesOf(validateIncident, incidentWith(pointer, value))).toEqual([]);
  });
});

describe("facts that are refused, each by one issue that says what was expected", () => {
  const cases: [pointer: string, value: unknown, path: string, message: string][] = [
    [LOSS, "1e6", LOSS, `expected ${QUANTITY}; received "1e6" (text)`],
    [LOSS, -1, LOSS, `expected ${QUANTITY}; received -1 (number)`],
    [LOSS, 1.5, LOSS, `expected ${QUANTITY}; received 1.5 (number)`],
    [LOSS, 1e15 + 1, LOSS, `expected ${QUANTITY}; received 1000000000000001 (number)`],
    [LOSS, null, LOSS, `expected ${QUANTITY}; received null`],
    [LOSS, [], LOSS, `expected ${QUANTITY}; received [] (list)`],
    [LOSS, { at_least: 2, at_most: 1 }, LOSS, "at_least (2) is greater than at_most (1)"],
    [
      LOSS,
      { atleast: 2 },
      `${LOSS}/atleast`,
      'there is no such member here; did you mean "at_least"?',
    ],
    [
      LOSS,
      { at_least: "2" },
      `${LOSS}/at_least`,
      'expected a whole number from 0 to 10^15; received "2" (text)',
    ],
    [
      "/impact/livelihood/areas/at_least/0/population_percent",
      101,
      "/impact/livelihood/areas/at_least/0/population_percent",
      `expected ${PERCENT}; received 101 (number)`,
    ],
    ["/suspected_crime", "yes", "/suspected_crime", `expected ${YES_NO}; received "yes" (text)`],
    [
      "/times/occurred_at",
      "2024-02-30T00:00:00Z",
      "/times/occurred_at",
      `expected ${TIME}; received "2024-02-30T00:00:00Z" (text)`,
    ],
    ["/times/occurred_at", 5, "/times/occurred_at", `expected ${TIME}; received 5 (number)`],
    ["/impact/sites", 7, "/impact/sites", `expected ${LIST}; received 7 (number)`],
    ["/impact/sites", {}, "/impact/sites/at_least", "is missing; expected a list"],
    ["/impact/sites/0", 7, "/impact/sites/0", "expected an object {…}; received 7 (number)"],
    [
      "/impact/sites/0",
      {},
      "/impact/sites/0/kind",
      'is missing; expected "government_portal", "enterprise_portal", "key_news_site" or "unknown"',
    ],
    [
      "/impact/sites/0/kind",
      "goverment_portal",
      "/impact/sites/0/kind",
      'expected "government_portal", "enterprise_portal", "key_news_site" or "unknown"; received "goverment_portal" (text); did you mean "government_portal"?',
    ],
    [
      "/impact/sites",
      { at_least: [{ kind: 1 }] },
      "/impact/sites/at_least/0/kind",
      'expected "government_portal", "enterprise_portal", "key_news_site" or "unknown"; received 1 (number)',
    ],
    [
      "/impact/data/0/effects",
      ["burnt"],
      "/impact/data/0/effects/0",
      'expected "lost", "leaked", "stolen", "tampered" or "counterfeited"; received "burnt" (text)',
    ],
    ["/impact/data/0/effects", [], "", ""],
    ["/unstated", "no", "/unstated", 'expected "unknown" or "none"; received "no" (text)'],
    [
      "/reports/0/items",
      [9],
      "/reports/0/items/0",
      "expected a whole number from 1 to 8; received 9 (number)",
    ],
    [
      "/id",
      "x".repeat(201),
      "/id",
      `expected text from 1 to 200 characters; received "${"x".repeat(80)}…" (text)`,
    ],
    [
      "/a~b/c",
      1,
      "/a~0b",
      "there is no such member here; known are id, title, unstated, times, operator, occurred_outside_china, data_exported_from_china, state_secrets, suspected_crime, impact, judgements, reports, narrative, summary, ransomware, mitigation",
    ],
    ["/title", "\u001b[31m", "", ""],
  ];
  it.each(cases)("%s: %j", (pointer, value, path, message) => {
    const found = issuesOf(validateIncident, incidentWith(pointer, value));
    expect(found.map((issue) => issue.message)).toEqual(
      message === "" ? [] : [`${path}: ${message}`],
    );
    expect(found.map((issue) => issue.path)).toEqual(message === "" ? [] : [path]);
  });

  it.each([
    "2025-12-22",
    "2025-12-22T22:00+08:00",
    "2025-12-22T22:00:00",
    "2025-12-22 22:00:00+08:00",
    "2025-12-22t22:00:00z",
    "2025-12-22T24:00:00Z",
    "2025-12-22T22:60:00Z",
    "2025-12-22T22:00:60Z",
    "2025-12-22T22:00:00.Z",
    "2025-12-22T22:00:00+0800",
    "2025-12-22T22:00:00+24:00",
    "2025-13-01T00:00:00Z",
    "2025-00-01T00:00:00Z",
    "2025-04-31T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "２025-12-22T22:00:00Z",
    "2025-12-22T22:00:00Z\n",
  ])("the time %j", (time) => {
    const [issue] = issuesOf(validateRequest, { incident, as_of: time });
    expect(issue).toMatchObject({ path: "/as_of", code: "wrong_kind", expected: "time" });
  });

  it.each([5, null, "text", [], true, undefined])("%j in place of a request", (value) => {
    expect(issuesOf(validateRequest, value)).toMatchObject([{ path: "", expected: "object" }]);
  });

  it("readings whose names or options are no names", () => {
    const readings = { "A b": "x", ok: "X Y", clock_start: 5 };
    expect(issuesOf(validateRequest, { incident, readings }).map(({ path }) => path)).toEqual([
      "/readings/A b",
      "/readings/ok",
      "/readings/clock_start",
    ]);
  });
});

describe("an issue in Chinese", () => {
  it.each([
    [
      LOSS,
      "1e6",
      `${LOSS}：应为：0 至 10^15 的整数、{"at_least": n, "at_most": m} 或 "unknown"；实际为："1e6"（文本）`,
    ],
    [
      "/suspected_crime",
      "yes",
      '/suspected_crime：应为：true、false 或 "unknown"；实际为："yes"（文本）',
    ],
    ["/impct", 1, '/impct：此处没有这一成员；是否想写 "impact"？'],
    ["/impact/sites/0", {}, "/impact/sites/0/kind：缺少此项；应为：“government_portal”"],
    [LOSS, { at_least: 2, at_most: 1 }, `${LOSS}：at_least（2）大于 at_most（1）`],
  ])("%s: %j", (pointer, value, message) => {
    const [issue] = issuesOf(validateIncident, incidentWith(pointer, value));
    const said = issue && describeIssue(issue, "zh");
    expect(said?.replaceAll(/"(government_portal)".*/g, "“$1”")).toBe(message);
  });
});
