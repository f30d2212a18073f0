import { isTime } from "../../../src/evaluator/index.js";
import { parseMoment, parseQuantity } from "../../../src/interview/index.js";
import type { Door } from "../door.js";

const NOW = new Date("2026-01-01T00:00:00Z");
const MOST = 10 ** 15;
const UNITS = [
  { unit: "minutes", most: MOST },
  { unit: "persons", most: MOST },
  { unit: "percent", most: 100 },
  { most: MOST },
];

// As people say it, in either language.
const SEEDS =
  "4500|1.2 million|3亿|4,500-40,000|between 4500 and 40000|介于4500和4万之间|at least 100|100万以上|more than 5|" +
  "不足5|2 h 30 min|1天3小时|unknown|about 5|不超过１００|>= 3|≤4|1 to 3千万|0.5亿元|100%|< 0|" +
  "2025-12-22T22:00:00+08:00|2025-12-22 22:00|22:00|now|刚刚|不清楚|2024-02-29 00:00:59|9:05";

/** What somebody types in an interview: a quantity and a moment of the contract, or why it is none. */
export const open = (): Door => ({
  seeds: SEEDS.split("|").map((typed) => Buffer.from(typed)),
  take: (bytes) => {
    const typed = Buffer.from(bytes).toString();
    const quantities = UNITS.map((asked) => {
      const quantity = parseQuantity(typed, asked);
      if (!isFit(quantity, asked.most))
        throw new TypeError(`it reads ${JSON.stringify(quantity)} where ${JSON.stringify(asked)}`);
      return formOf(quantity);
    });
    const moment = parseMoment(typed, NOW);
    if (moment !== null && moment !== "unknown" && !isTime(moment))
      throw new TypeError(`it reads the moment ${moment}`);
    const dated = /\d{4}-/.test(typed.normalize("NFKC"));
    if (moment !== null && !dated && moment !== "unknown" && Date.parse(moment) > NOW.getTime())
      throw new TypeError(`it reads the future ${moment}`);
    return [...quantities, `moment ${moment === null ? "none" : moment.length.toString()}`];
  },
});

type Quantity = ReturnType<typeof parseQuantity>;

const WORDS: readonly unknown[] = ["unknown", "no_number", "about", "reversed", "too_large"];

const isFit = (quantity: Quantity, most: number): boolean => {
  if (typeof quantity === "string") return WORDS.includes(quantity);
  if (typeof quantity === "number") return isUpTo(most)(quantity);
  const { at_least: least = 0, at_most: highest = most } = quantity;
  const bounds = Object.values(quantity);
  return (
    bounds.length > 0 && bounds.every(isUpTo(most)) && least < highest + Number(bounds.length < 2)
  );
};

const isUpTo =
  (most: number) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;

const formOf = (quantity: Quantity): string =>
  typeof quantity === "object"
    ? Object.keys(quantity).join()
    : typeof quantity === "number"
      ? "n"
      : quantity;
