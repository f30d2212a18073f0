import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kindOf, parseMoment, parseQuantity } from "../../src/interview/index.js";
import type { Schema } from "../../src/interview/kind.js";

const persons = { unit: "persons", most: 1e15 };
const minutes = { unit: "minutes", most: 1e15 };

describe("a quantity is understood as people say it", () => {
  it.each([
    ["4500", 4500],
    ["1,000,000", 1_000_000],
    ["１２００", 1200],
    ["0", 0],
    ["1.1 million", 1_100_000],
    ["1.1m", 1_100_000],
    ["3.37 thousand persons", 3370],
    ["33.7百万", 33_700_000],
    ["12万", 120_000],
    ["1.5亿人", 150_000_000],
    ["between 4,500 and 40,000", { at_least: 4500, at_most: 40_000 }],
    ["4500-40000", { at_least: 4500, at_most: 40_000 }],
    ["4500 to 40000", { at_least: 4500, at_most: 40_000 }],
    ["介于4500和4万之间", { at_least: 4500, at_most: 40_000 }],
    ["4500至4万", { at_least: 4500, at_most: 40_000 }],
    ["at least 1 million", { at_least: 1_000_000 }],
    [">= 5", { at_least: 5 }],
    ["100万以上", { at_least: 1_000_000 }],
    ["至少100万人", { at_least: 1_000_000 }],
    ["10000+", { at_least: 10_000 }],
    ["at most 7", { at_most: 7 }],
    ["40000以下", { at_most: 40_000 }],
    ["7-7", 7],
    ["unknown", "unknown"],
    ["不清楚", "unknown"],
    ["?", "unknown"],
  ])("%s", (typed, meant) => {
    expect(parseQuantity(typed, persons)).toEqual(meant);
  });

  // 以上 and 以下 include the number; 超过 and 不满 exclude it (Civil Code, Art. 1259).
  it.each([
    ["more than 5", { at_least: 6 }],
    ["超过100万", { at_least: 1_000_001 }],
    ["less than 5", { at_most: 4 }],
    ["不满100万", { at_most: 999_999 }],
    ["不超过100万", { at_most: 1_000_000 }],
  ])("%s, by whether the number itself is meant", (typed, meant) => {
    expect(parseQuantity(typed, persons)).toEqual(meant);
  });

  it.each([
    ["90", 90],
    ["2 h 30 min", 150],
    ["2小时30分", 150],
    ["1.5 hours", 90],
    ["1天", 1440],
    ["2 h - 3 h", { at_least: 120, at_most: 180 }],
    ["59.9 min", 59],
  ])("%s, in minutes", (typed, meant) => {
    expect(parseQuantity(typed, minutes)).toEqual(meant);
  });
});

describe("a quantity is asked for again, with the reason, where it is", () => {
  it.each([
    ["about 5000", "about"],
    ["约100万", "about"],
    ["~500", "about"],
    ["40000-4500", "reversed"],
    ["120", "too_large"],
    ["", "no_number"],
    ["many", "no_number"],
    ["1e6", "no_number"],
    ["12,34", "no_number"],
    ["1 2", "no_number"],
    ["-5", "no_number"],
    ["less than 0", "no_number"],
    ["5 apples", "no_number"],
    ["__proto__", "no_number"],
    ["5 constructor", "no_number"],
  ])("%s", (typed, why) => {
    expect(parseQuantity(typed, { unit: "percent", most: typed === "120" ? 100 : 1e15 })).toBe(why);
  });
});

describe("a moment", () => {
  const now = new Date("2026-01-01T00:05:00+08:00");

  it.each([
    ["now", "2026-01-01T00:05:00+08:00"],
    ["现在", "2026-01-01T00:05:00+08:00"],
    ["0:05", "2026-01-01T00:05:00+08:00"],
    ["00:06", "2025-12-31T00:06:00+08:00"],
    ["23：50", "2025-12-31T23:50:00+08:00"],
    ["2025-12-22 22:00", "2025-12-22T22:00:00+08:00"],
    ["2025-12-22T14:00:00Z", "2025-12-22T14:00:00Z"],
    ["unknown", "unknown"],
    ["2025-02-30 10:00", null],
    ["24:00", null],
    ["22:60", null],
    ["yesterday", null],
    ["", null],
  ])("%s", (typed, meant) => {
    expect(parseMoment(typed, now)).toBe(meant);
  });
});

describe("the kind of a fact", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../schemas/incident.schema.json", import.meta.url), "utf8"),
  ) as Schema;

  it.each([
    ["/suspected_crime", "yes_no"],
    ["/impact/cii/involved", "yes_no"],
    ["/operator/kind", "choice"],
    ["/judgements/other/severity", "choice"],
    ["/impact/personal_information/persons_leaked", "quantity"],
    ["/impact/livelihood/areas/at_least/0/population_percent", "quantity"],
    ["/impact/sites", "list"],
    ["/impact/sites/3/kind", "choice"],
    ["/impact/data/0/effects", "choices"],
    ["/impact/livelihood/services", "choices"],
  ])("%s is %s", (pointer, kind) => {
    expect(kindOf(schema, pointer)?.kind).toBe(kind);
  });

  it("is none where no single answer belongs", () => {
    expect(kindOf(schema, "/impact")).toBeNull();
    expect(kindOf(schema, "/no/such/fact")).toBeNull();
  });
});
