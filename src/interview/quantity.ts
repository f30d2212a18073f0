/** A quantity as the contract has it: exact, bounded, or unknown. */
export type Quantity = number | "unknown" | { at_least?: number; at_most?: number };

/** Why what was typed is no quantity. */
export type Unreadable = "no_number" | "about" | "reversed" | "too_large";

/**
 * Reads a quantity as people say it, in either language: `4500`, `1.2 million`, `3亿`, `4,500-40,000`,
 * `between 4500 and 40000`, `介于4500和4万之间`, `at least 100`, `100万以上`, `more than 5`, `不足5`,
 * `2 h 30 min` where minutes are asked for, `unknown`. Fractions of a unit are rounded down.
 * "About" is refused: how far it may be off must be said.
 */
export const parseQuantity = (
  typed: string,
  { unit, most }: { readonly unit?: string | undefined; readonly most: number },
): Quantity | Unreadable => {
  const text = typed.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
  if (/^(?:unknown|\?|不明|未知|不知道|不清楚)$/.test(text)) return "unknown";
  if (/^(?:about|around|approximately|some|roughly|~|≈|大约|约|大概|近)/.test(text)) return "about";
  for (const [pattern, make] of FORMS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const numbers = found.slice(1).map((part) => numberOf(part, unit));
    if (numbers.some(Number.isNaN)) continue;
    return checked(make(...numbers), most);
  }
  return "no_number";
};

type Make = (...numbers: number[]) => Quantity;

const A = "(.+?)";
const form = (source: string, make: Make): [RegExp, Make] => [new RegExp(`^${source}$`), make];
const low: Make = (n = NaN) => ({ at_least: n });
const high: Make = (n = NaN) => ({ at_most: n });
const above: Make = (n = NaN) => ({ at_least: n + 1 });
const below: Make = (n = NaN) => ({ at_most: n - 1 });
const both: Make = (n = NaN, m = NaN) => ({ at_least: n, at_most: m });

// 以上 and 以下 include the number, 超过 and 不满 don't (Civil Code, Art. 1259).
const FORMS: readonly [RegExp, Make][] = [
  form(`between ${A} and ${A}`, both),
  form(`介于${A}(?:和|与|至|到)${A}之间`, both),
  form(`(?:>=|≥|at least|no fewer than|no less than|至少|不少于|不低于) ?${A}`, low),
  form(`${A} ?(?:\\+|or more|and more|以上|及以上)`, low),
  form(`(?:<=|≤|at most|up to|no more than|至多|最多|不超过|不多于) ?${A}`, high),
  form(`${A} ?(?:or less|or fewer|以下|以内|及以下)`, high),
  form(`(?:>|more than|over|above|超过|多于|大于) ?${A}`, above),
  form(`(?:<|less than|fewer than|under|below|不足|不满|少于|小于|不到) ?${A}`, below),
  form(`${A} ?(?:-|–|—|~|\\.\\.|to|至|到) ?${A}`, both),
  form(A, (n = NaN) => n),
];

const checked = (quantity: Quantity, most: number): Quantity | Unreadable => {
  if (quantity === "unknown") return quantity;
  const bounds = typeof quantity === "number" ? [quantity] : Object.values(quantity);
  if (bounds.some((one) => one < 0)) return "no_number";
  if (bounds.some((one) => one > most)) return "too_large";
  if (typeof quantity === "number") return quantity;
  const { at_least: least = 0, at_most: most_ = Infinity } = quantity;
  if (least > most_) return "reversed";
  return least === most_ ? least : quantity;
};

const TIMES: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  thousand: 1e3,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  m: 1e6,
  million: 1e6,
  千万: 1e7,
  亿: 1e8,
  bn: 1e9,
  billion: 1e9,
};

// Where minutes are asked for, longer units are understood too.
const MINUTES: Readonly<Record<string, number>> = {
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  分: 1,
  分钟: 1,
  h: 60,
  hour: 60,
  hours: 60,
  小时: 60,
  个小时: 60,
  d: 1440,
  day: 1440,
  days: 1440,
  天: 1440,
  日: 1440,
};

const PART = /(\d{1,3}(?:[, _]\d{3})+|\d+)(\.\d+)? ?([a-z]+|\p{Script=Han}+)? ?/uy;

/** What is counted, which is known already. */
const COUNTED =
  /(?: ?(?:persons?|people|users?|yuan|rmb|cny|reposts?|views?|clicks?|percent|%)|[人名元次])$/;

/** One number with its unit, or several with units of time that add up: `2 h 30 min`. */
const numberOf = (typed: string, unit: string | undefined): number => {
  const text = typed.replace(COUNTED, "");
  let total = 0;
  let parts = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const found = PART.exec(text);
    if (found === null) return NaN;
    const [, whole = "", fraction = "", word = ""] = found;
    const factor = factorOf(word, unit);
    if (factor === null) return NaN;
    total += scaled(whole.replace(/\D/g, ""), fraction.slice(1), factor);
    parts += 1;
    // "4 500 6" is no number; only spans of time have several parts.
    if (parts > 1 && unit !== "minutes") return NaN;
  }
  return parts === 0 ? NaN : total;
};

/** What a word behind a number multiplies it by; null for one that means nothing here. */
const factorOf = (word: string, unit: string | undefined): number | null => {
  if (unit === "minutes" && Object.hasOwn(MINUTES, word)) return MINUTES[word] ?? null;
  return Object.hasOwn(TIMES, word) ? (TIMES[word] ?? null) : null;
};

/** Exactly, since 1.1 million by way of floating point may be one short. */
const scaled = (whole: string, fraction: string, factor: number): number =>
  Number((BigInt(whole + fraction) * BigInt(factor)) / 10n ** BigInt(fraction.length));
