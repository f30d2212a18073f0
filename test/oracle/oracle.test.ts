import { describe, expect, it } from "vitest";
import { annexCases } from "./cases/annex.js";
import type { Case } from "./cases/case.js";
import { dutyCases } from "./cases/duties.js";
import { GRADES } from "./types.js";
import { decide, formatBeijing, outcomesByBruteForce, parseTime } from "./index.js";
import { questionsByBruteForce, randomRequest, randomSmallRequest, shrink } from "./index.js";

function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, seed) => seed);
}

function check({ incident, as_of, readings, expect: wanted }: Case): void {
  const decision = decide({ incident, as_of, readings });
  if (wanted.status !== undefined) expect(decision.status).toBe(wanted.status);
  if (wanted.floor !== undefined) expect(decision.grade?.floor).toBe(wanted.floor);
  if (wanted.ceiling !== undefined) expect(decision.grade?.ceiling).toBe(wanted.ceiling);
  if (wanted.reportable !== undefined) expect(decision.reportable).toBe(wanted.reportable);
  for (const [id, outcome] of Object.entries(wanted.criteria ?? {})) {
    expect(decision.criteria.find((one) => one.id === `annex.${id}`)?.outcome).toBe(outcome);
  }
  for (const [id, part] of Object.entries(wanted.duties ?? {})) {
    const duty = decision.duties.find((one) => one.id === id);
    if (part === null) expect(duty).toBeUndefined();
    else expect(duty).toMatchObject(part);
  }
  for (const [item, status] of Object.entries(wanted.contents ?? {})) {
    expect(decision.contents[Number(item) - 1]?.status).toBe(status);
  }
  if (wanted.questions !== undefined) {
    expect(decision.questions.map((question) => question.path)).toEqual(wanted.questions);
  }
}

describe("worked out by hand from the annex", () => {
  it.each(annexCases)("$cites: $title", check);
});

describe("worked out by hand from the articles", () => {
  it.each(dutyCases)("$cites: $title", check);
});

describe("any request", () => {
  it("is graded within its bounds, with sorted lists", () => {
    for (const seed of seeds(2000)) {
      const decision = decide(randomRequest(seed));
      if (decision.grade === null) continue;
      const { floor, ceiling, settled } = decision.grade;
      expect(GRADES.indexOf(floor)).toBeLessThanOrEqual(GRADES.indexOf(ceiling));
      expect(settled).toBe(floor === ceiling);
      expect(decision.criteria).toHaveLength(33);
      for (const ids of [decision.criteria, decision.duties].map((list) =>
        list.map((one) => one.id),
      ))
        expect(ids).toEqual([...new Set(ids)].sort());
      expect(Object.keys(decision.readings)).toHaveLength(10);
    }
  });

  it("comes back the same from the same seed", () => {
    for (const seed of seeds(200)) expect(randomRequest(seed)).toEqual(randomRequest(seed));
  });

  it("asks what going through every completion at once asks", () => {
    let asked = 0;
    for (const seed of seeds(120)) {
      const request = randomSmallRequest(seed);
      const { questions } = decide(request);
      expect({ request, questions }).toEqual({
        request,
        questions: questionsByBruteForce(request),
      });
      asked += questions.length;
    }
    expect(asked).toBeGreaterThan(100);
  });

  it("meets what every completion meets and leaves open what only some do", () => {
    for (const seed of seeds(120)) {
      const request = randomSmallRequest(seed);
      const { criteria, status } = decide(request);
      if (status === "not_in_force") continue;
      const ids = (outcome: string) =>
        criteria.filter((one) => one.outcome === outcome).map((one) => one.id);
      const decided = { met: ids("met"), undecided: ids("undecided") };
      expect({ request, ...decided }).toEqual({ request, ...outcomesByBruteForce(request) });
    }
  });

  it("refuses to go through too many completions", () => {
    expect(() => questionsByBruteForce({ incident: { id: "x" } })).toThrow(RangeError);
  });
});

describe("shrinking", () => {
  it("keeps what fails and little else", async () => {
    const loss = { at_least: 5_000_001, at_most: 9_000_000 };
    const impact = { direct_economic_loss_yuan: loss, sites: [], data: [{}] };
    const failing = { incident: { id: "x", title: "t", impact }, readings: { a: "b" } };
    const floor = (request: unknown) => decide(request).grade?.floor === "relatively_major";
    const smallest = await shrink(failing, floor);
    const left = { direct_economic_loss_yuan: 5_000_001 };
    expect(smallest).toEqual({ incident: { id: "x", impact: left } });
  });
});

describe("times", () => {
  it.each([
    "2024-02-30T00:00:00Z",
    "2023-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:00:60Z",
    "2024-01-01T00:00:00",
    "2024-01-01 00:00:00Z",
    "2024-01-01t00:00:00z",
    "2024-01-01T00:00Z",
    "2024-01-01T00:00:00+24:00",
    "2024-01-01T00:00:00+08:60",
    "2024-01-01T00:00:00.Z",
    "0000-01-01T00:00:00Z",
    "2024-01-01T00:00:00Z\n",
  ])("%j is none", (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it.each([
    ["2000-02-29T00:00:00.999Z", "2000-02-29T08:00:00+08:00"],
    ["2024-02-29T23:59:59-23:59", "2024-03-02T07:58:59+08:00"],
    ["2024-03-01T00:00:00+23:59", "2024-02-29T08:01:00+08:00"],
    ["1969-12-31T23:59:59-00:00", "1970-01-01T07:59:59+08:00"],
    ["9999-12-31T15:59:59Z", "9999-12-31T23:59:59+08:00"],
    ["0001-01-01T00:00:00+08:00", "0001-01-01T00:00:00+08:00"],
  ])("%s is %s in Beijing", (text, beijing) => {
    expect(formatBeijing(parseTime(text) ?? NaN)).toBe(beijing);
  });

  it("agrees with Date where that can tell", () => {
    for (let days = -700_000; days < 900_000; days += 997) {
      const date = new Date(days * 86_400_000 + 12_345_000);
      if (date.getUTCFullYear() < 1) continue;
      expect(parseTime(date.toISOString())).toBe(date.getTime() / 1000);
      const beijing = new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
      expect(formatBeijing(date.getTime() / 1000)).toBe(`${beijing}+08:00`);
    }
  });
});
