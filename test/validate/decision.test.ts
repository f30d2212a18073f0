import { describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { validateDecision } from "../../src/evaluator/validate/documents.js";
import { describeIssue } from "../../src/evaluator/validate/index.js";

const criteria = ["major", "particularly_major", "relatively_major"].flatMap((grade) =>
  ["circumstance.1", "circumstance.2", "circumstance.3"]
    .concat(Array.from({ length: 8 }, (_, n) => `condition.${String(n + 1)}`))
    .map((item) => {
      const id = `annex.${grade}.${item}`;
      return { id, grade, ground: item.split(".")[0], outcome: "not_met", citation: id };
    }),
);

const applied = {
  status: "undecided",
  rules: { id: "2025-11-01", valid_from: "2025-11-01T00:00:00+08:00", revision: "0.1.0" },
  grade: { floor: "general", ceiling: "major", settled: false },
  reportable: "undecided",
  criteria: criteria.map((criterion) =>
    criterion.id === "annex.major.condition.5"
      ? {
          ...criterion,
          outcome: "undecided",
          facts: [
            {
              path: "/impact/personal_information/persons_leaked",
              value: { at_least: 3 },
              needs: { at_least: 10000000, unit: "persons" },
            },
          ],
        }
      : criterion,
  ),
  next_threshold: [
    {
      path: "/impact/direct_economic_loss_yuan",
      value: 6000000,
      grade: "major",
      criterion: "annex.major.condition.7",
      at_least: 20000000,
      missing: 14000000,
      unit: "yuan",
    },
  ],
  questions: [
    { path: "/suspected_crime", criteria: [], decides: { one_of: [true] }, raises_to: null },
  ],
  duties: [
    {
      id: "operator.first_report.other",
      bearer: "operator",
      action: "first_report",
      recipients: ["provincial_cac"],
      applies: "possible",
      trigger: "awareness",
      from: "9999-12-31T23:59:59+08:00",
      limit_seconds: 14400,
      limit_days: null,
      manner: "promptly",
      due: "10000-01-01T03:59:59+08:00",
      state: "pending",
      citation: "article.4.4",
    },
  ],
  contents: Array.from({ length: 8 }, (_, n) => ({
    item: n + 1,
    status: "missing",
    fields: [{ path: "/narrative/place", stated: false }],
    required_in_first_report: n < 2,
  })),
  readings: { clock_start: "awareness", summary_deadline: "720_hours" },
  related: [
    { id: "pipl.leak_notice", trigger: "personal_information_incident", citation: "pipl.57" },
  ],
  liability: {
    aggravating: [{ id: "late_report", status: "unknown", citation: "article.10.2" }],
    mitigating: [
      {
        id: "followed_plan",
        status: "stands",
        path: "/mitigation/followed_plan",
        citation: "article.11",
      },
    ],
  },
  notices: [{ code: "scope_not_stated", params: { path: "/state_secrets" } }],
};

const without = {
  ...applied,
  ...{ rules: null, grade: null, reportable: null, liability: null },
  ...{ criteria: [], next_threshold: [], questions: [], duties: [], contents: [], notices: [] },
};

const messages = (value: unknown): string[] => {
  try {
    validateDecision(value);
  } catch (error) {
    if (error instanceof AmrnciError)
      return error.issues.map((issue) => describeIssue(issue, "en"));
    throw error;
  }
  return [];
};

describe("a decision", () => {
  it.each([
    ["undecided", applied],
    ["decided", { ...applied, status: "decided" }],
    ["excluded", { ...applied, status: "excluded", duties: [], reportable: "no" }],
    ["not in force", { ...without, status: "not_in_force" }],
    [
      "invalid",
      { ...without, status: "invalid", errors: [{ path: "/incident/a~1b", expected: "nothing" }] },
    ],
    [
      "in the year 0",
      { ...applied, duties: [{ ...applied.duties[0], from: "0000-12-31T16:00:00+08:00" }] },
    ],
  ])("that is %s follows the contract", (_, decision) => {
    expect(validateDecision(decision)).toBe(decision);
  });

  it.each([
    ["no status", {}, ["/status: is missing"]],
    [
      "another status",
      { ...applied, status: "done" },
      [
        '/status: expected "decided", "undecided", "excluded", "out_of_scope", "not_in_force" or "invalid"; received "done" (text)',
      ],
    ],
    [
      "errors although it is valid",
      { ...applied, errors: [] },
      [/^\/errors: there is no such member here/],
    ],
    [
      "invalid without errors",
      { ...without, status: "invalid" },
      ["/errors: is missing; expected a list of at least 1 entry"],
    ],
    [
      "a grade although no rules apply",
      { ...without, status: "not_in_force", grade: applied.grade },
      ["/grade: expected null; received {floor, ceiling, settled} (object)"],
    ],
    [
      "32 criteria",
      { ...applied, criteria: criteria.slice(1) },
      ["/criteria: expected a list from 33 to 33 entries; received […] (list)"],
    ],
    [
      "a time elsewhere than in Beijing",
      { ...applied, duties: [{ ...applied.duties[0], due: "2025-12-22T22:00:00Z" }] },
      [
        /^\/duties\/0\/due: expected a time at \+08:00, such as \S+ or null; received "2025-12-22T22:00:00Z" \(text\)$/,
      ],
    ],
    [
      "a pointer that is none",
      { ...applied, questions: [{ ...applied.questions[0], path: "x" }] },
      [/^\/questions\/0\/path: expected text of the form /],
    ],
    [
      "a need without unit",
      { ...applied, questions: [{ ...applied.questions[0], decides: { at_least: 5 } }] },
      [
        '/questions/0/decides: expected {"at_least": n, "unit": …} or {"one_of": […]}; received {at_least} (object)',
      ],
    ],
  ])("with %s does not", (_, decision, expected) => {
    expect(messages(decision)).toEqual(
      expected.map((one) =>
        typeof one === "string" ? one : (expect.stringMatching(one) as string),
      ),
    );
  });
});
