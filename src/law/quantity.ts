/** The units in which the law's data count, each with what it makes of a number in the text. */
const UNITS = ["minutes", "days", "percent", "persons", "yuan", "reposts", "views"] as const;
type Unit = (typeof UNITS)[number];

/** The unit of a member by its name: `unreachable_minutes` counts minutes. */
export const unitOf = (field: string): Unit | undefined =>
  UNITS.find((unit) => field === unit || field.endsWith(`_${unit}`));

/** A quantity that an official text says, and what it comes to in each unit that it may be of. */
export interface Quantity {
  readonly text: string;
  readonly of: Partial<Readonly<Record<Unit, number>>>;
}

const DIGITS = "零一二三四五六七八九";
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

// 1000万, 2.5亿, 一百万, 半; what is counted stands behind it.
const NUMBER =
  /(半|[\d.]+[十百千万亿]*|[零一二两三四五六七八九十百千万亿]+)个?(小时|分钟|日|天|%|％|人|元|次)?/g;

/** Every quantity in a Chinese official text. */
export const quantitiesIn = (text: string): Quantity[] =>
  [...text.matchAll(NUMBER)].flatMap(([whole, digits = "", counted]) => {
    const n = valueOf(digits);
    return n === undefined ? [] : [{ text: whole, of: inUnits(n, counted) }];
  });

const inUnits = (n: number, counted: string | undefined): Quantity["of"] => {
  switch (counted) {
    case "小时":
      return { minutes: n * 60 };
    case "分钟":
      return { minutes: n };
    case "日":
    case "天":
      return { days: n, minutes: n * 1440 };
    case "%":
    case "％":
      return { percent: n };
    case "人":
      return { persons: n };
    case "元":
      return { yuan: n };
    case "次":
      return { reposts: n, views: n };
    default:
      // 浏览或点击次数100万以上: what is counted may stand before the number.
      return n >= 100 ? { persons: n, yuan: n, reposts: n, views: n } : {};
  }
};

const valueOf = (digits: string): number | undefined => {
  if (digits === "半") return 0.5;
  const arabic = /^([\d.]+)([十百千万亿]*)$/.exec(digits);
  if (arabic) {
    const [, number = "", places = ""] = arabic;
    const n = Array.from(places).reduce(
      (value, place) => value * (PLACES[place] ?? 1),
      Number(number),
    );
    return Number.isFinite(n) ? n : undefined;
  }
  return chinese(digits);
};

// 二千三百万: digits times their place, summed up to each 万 and 亿.
const chinese = (text: string): number => {
  let [whole, part, digit] = [0, 0, 0];
  for (const sign of text.replaceAll("两", "二")) {
    const place = PLACES[sign];
    if (place === undefined) {
      digit = DIGITS.indexOf(sign);
    } else if (place < 1e4) {
      part += (digit || 1) * place;
      digit = 0;
    } else {
      whole = (whole + (part + digit || 1)) * place;
      [part, digit] = [0, 0];
    }
  }
  return whole + part + digit;
};
