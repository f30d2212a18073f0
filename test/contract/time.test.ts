// RFC 3339 is read three times over: by the host's gate, by the policy itself, and by the oracle.
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/index.js";
import { isTime } from "../../src/evaluator/validate/index.js";
import { formatAt, parseTime } from "../oracle/index.js";
import { Dice } from "../oracle/generate/dice.js";
import { shippedPolicy } from "../support/shipped-policy.js";

const COUNT = 5_000;
const YEARS = [
  "0001",
  "1899",
  "1900",
  "2000",
  "2023",
  "2024",
  "2025",
  "2100",
  "9999",
  "0000",
  "4",
  "10000",
];
const OFFSETS = [
  "Z",
  "+08:00",
  "-00:00",
  "+23:59",
  "-23:59",
  "+24:00",
  "+08:60",
  "z",
  "",
  "+0800",
  "+8:00",
  "+08",
];
const FRACTIONS = ["", ".0", ".5", ".999999999999", ".", ",5", ".5.5", ".x"];
const STRAY = Array.from("0123456789TZtz:-+. /\n\u0000٣０").concat("−", "");

const two = (value: number): string => String(value).padStart(2, "0");

/** Mostly right in each part, and sometimes just beyond. */
const assembled = (dice: Dice): string => {
  const part = (low: number, high: number, beyond: number): string =>
    two(
      dice.chance(0.06)
        ? beyond
        : dice.chance(0.3)
          ? dice.pick([low, high])
          : dice.between(low, high),
    );
  const day = dice.chance(0.5) ? dice.pick(["28", "29", "30", "31", "00", "32"]) : part(1, 28, 31);
  const date = [
    dice.pick(YEARS.slice(0, dice.chance(0.1) ? 12 : 9)),
    part(1, 12, dice.pick([0, 13])),
    day,
  ];
  const time = [part(0, 23, 24), part(0, 59, 60), part(0, 59, 60)];
  const fraction = dice.pick(FRACTIONS.slice(0, dice.chance(0.1) ? 8 : 4));
  const offset = dice.pick(OFFSETS.slice(0, dice.chance(0.15) ? 12 : 5));
  return `${date.join("-")}${dice.chance(0.03) ? dice.pick(["t", " ", ""]) : "T"}${time.join(":")}${fraction}${offset}`;
};

/** A right one with a character changed, left out or put in. */
const misspelt = (dice: Dice): string => {
  const text = formatAt(dice.between(-62_135_596_800, 253_402_300_000), dice.between(-1439, 1439));
  const place = dice.between(0, text.length);
  return text.slice(0, place) + dice.pick(STRAY) + text.slice(place + dice.between(0, 1));
};

const CASES = [
  "2024-02-29T00:00:00Z",
  "2023-02-29T00:00:00Z",
  "1900-02-29T00:00:00Z",
  "2000-02-29T00:00:00Z",
  "2024-01-01T24:00:00Z",
  "2024-01-01T00:00:60Z",
  "2024-01-01T00:00:00",
  "2024-01-01 00:00:00Z",
  "2024-01-01",
  "",
  "unknown",
  "2024-01-01T00:00:00.Z",
  "2024-01-01T00:00:00Z\n",
  "\n2024-01-01T00:00:00Z",
  " 2024-01-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00+23:59",
  "9999-12-31T23:59:59-23:59",
  "２０２４-01-01T00:00:00Z",
  `2024-01-01T00:00:00.${"1".repeat(500)}Z`,
  "2024-01-01T00:00:00+08:00:00",
  "+2024-01-01T00:00:00Z",
];

describe("a time", () => {
  it(
    `is valid for the host, the policy and the oracle alike (${String(COUNT)} texts)`,
    { timeout: 60_000 },
    async () => {
      const policy = await shippedPolicy();
      const dice = new Dice(3339);
      const texts = [
        ...CASES,
        ...Array.from({ length: COUNT - CASES.length }, () =>
          dice.chance(0.7) ? assembled(dice) : misspelt(dice),
        ),
      ];
      const counts = { valid: 0, invalid: 0 };
      for (const text of texts) {
        const decision = policy.evaluate({ incident: { id: "x" }, as_of: text }) as Decision;
        const errors = decision.status === "invalid" ? decision.errors.map(({ path }) => path) : [];
        const valid = parseTime(text) !== null;
        counts[valid ? "valid" : "invalid"] += 1;
        expect({ text, host: isTime(text), policy: errors }).toEqual({
          text,
          host: valid,
          policy: valid ? [] : ["/as_of"],
        });
      }
      expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(COUNT / 4);
    },
  );
});
