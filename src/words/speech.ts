import { duration, limit } from "./duration.js";
import { fill } from "./fill.js";
import type { Terms } from "./terms.js";
import type { Language, Words } from "./words.js";
import { beijing, instantOf } from "./time.js";

/** What a criterion needs of a fact, or what would decide it. */
export interface Need {
  at_least?: number | undefined;
  unit?: string | undefined;
  one_of?: readonly (string | boolean)[] | undefined;
}

/** How values are said in one language. */
export interface Speech {
  /** A fact's value, in the unit of what is needed of it: `1,000,000 persons`, `≥ 5 persons`, `unknown`, `serious`. */
  value(pointer: string, value: unknown, needs?: Need): string;
  /** A number with its unit; minutes from an hour on as hours. */
  quantity(n: number, unit: string | undefined): string;
  /** A need: `≥ 1,000,000 persons`, `serious, especially serious`. */
  need(pointer: string, need: Need): string;
  /** A need as the condition of a sentence: `≥ 5 persons`, `if yes`. */
  condition(pointer: string, need: Need): string;
  /** Several words as a list. */
  list(words: readonly string[]): string;
  beijing(time: string): string;
  instantOf(time: string): number | null;
  duration(seconds: number): string;
  limit(seconds: number): string;
  /** A limit in whole days. */
  days(n: number): string;
}

/** Groups digits by threes, without the locale data of the machine. */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

function isRange(value: unknown): value is { at_least?: unknown; at_most?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Says values in one language with the law's terms. */
export function createSpeech(words: Words, terms: Terms, language: Language): Speech {
  const between = language === "zh" ? "" : " ";
  const list = (items: readonly string[]): string => items.join(words.list_separator);

  const either = (items: readonly string[]): string =>
    [items.slice(0, -1).join(words.list_separator), ...items.slice(-1)]
      .filter(Boolean)
      .join(words.or);

  const quantity = (n: number, unit: string | undefined): string => {
    if (unit === undefined) return grouped(n);
    if (unit === "percent") return `${grouped(n)}%`;
    if (unit === "minutes") {
      return n < 60
        ? fill(words.whole_minutes, { n })
        : limit(words, n * 60, between).replace(/\d{4,}/g, (digits) => grouped(Number(digits)));
    }
    return `${grouped(n)}${between}${terms.word("units", unit)}`;
  };

  const bounds = (
    range: { at_least?: unknown; at_most?: unknown },
    unit: string | undefined,
  ): string => {
    const { at_least: low, at_most: high } = range;
    if (typeof low === "number" && typeof high === "number") {
      return fill(words.between, { low: quantity(low, unit), high: quantity(high, unit) });
    }
    if (typeof low === "number") return fill(words.at_least, { value: quantity(low, unit) });
    if (typeof high === "number") return fill(words.at_most, { value: quantity(high, unit) });
    return words.unknown;
  };

  const value = (pointer: string, stated: unknown, needs: Need = {}): string => {
    const { unit } = needs;
    if (stated === "unknown" || stated === undefined || stated === null) return words.unknown;
    if (typeof stated === "number") return quantity(stated, unit);
    if (typeof stated === "boolean") return terms.word("yes_no", String(stated));
    if (typeof stated === "string") return terms.choice(pointer, stated);
    if (Array.isArray(stated))
      return list(stated.map((one: unknown) => value(pointer, one, needs)));
    return isRange(stated) ? bounds(stated, unit) : words.unknown;
  };

  const need = (pointer: string, needed: Need): string =>
    needed.at_least === undefined
      ? list((needed.one_of ?? []).map((one) => value(pointer, one)))
      : fill(words.at_least, { value: quantity(needed.at_least, needed.unit) });

  const condition = (pointer: string, needed: Need): string => {
    if (needed.at_least !== undefined)
      return fill(words.if_at_least, { need: need(pointer, needed) });
    if (needed.one_of?.length === 1 && needed.one_of[0] === true) return words.if_yes;
    if (needed.one_of?.length === 1 && needed.one_of[0] === false) return words.if_no;
    const joined = (needed.one_of ?? []).map((one) => value(pointer, one));
    return fill(words.one_of, { words: either(joined) });
  };

  return {
    value,
    quantity,
    need,
    condition,
    list,
    beijing,
    instantOf,
    duration: (seconds) => duration(words, seconds, between),
    limit: (seconds) => limit(words, seconds, between),
    days: (n) => fill(words.limit_days, { n }),
  };
}
