import { instantOf } from "../../words/index.js";
import type { View } from "../view.js";

const BEIJING = 8 * 3600;

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** The parts of a time in Beijing; null for what is no time. */
const partsOf = (time: string): number[] | null => {
  const instant = instantOf(time);
  if (instant === null) return null;
  const local = new Date((instant + BEIJING) * 1000);
  return [
    local.getUTCFullYear(),
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
  ];
};

const two = (n: number): string => String(n).padStart(2, "0");

/** A day as documents write it: 2025年11月18日, 18 November 2025. */
export const day = ({ language }: View, time: string): string => {
  const [year = 0, month = 1, date = 1] = partsOf(time) ?? [];
  return language === "zh"
    ? `${year}年${month}月${date}日`
    : `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
};

/** A time in Beijing as documents write it, with seconds only where there are any. */
export const moment = (view: View, time: string): string => {
  const parts = partsOf(time);
  if (parts === null) return time;
  const [, , , hours = 0, minutes = 0, seconds = 0] = parts;
  if (view.language === "zh") {
    const rest = seconds === 0 ? "" : `${seconds}秒`;
    // Only where the time was stated in another zone is it a question which one is meant.
    const zone = time.endsWith("+08:00") ? "" : "（北京时间）";
    return `${day(view, time)}${hours}时${two(minutes)}分${rest}${zone}`;
  }
  const rest = seconds === 0 ? "" : `:${two(seconds)}`;
  return `${day(view, time)}, ${two(hours)}:${two(minutes)}${rest} (Beijing time)`;
};
