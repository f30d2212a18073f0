import type { Block, Field, Line } from "../../generated/types.js";
import { line, put } from "../text/line.js";
import type { View } from "../view.js";

/** A fact with its label, and where it stands in the incident if it does; what is not stated is marked as to be supplemented, never left out. */
export const field = (
  view: View,
  path: string | null,
  label: string,
  lines: readonly Line[],
): Field => ({
  type: "field",
  label: line(label),
  ...(path !== null && { path }),
  stated: lines.length > 0,
  lines: lines.length > 0 ? [...lines] : [[view.missing]],
});

const CHINESE_DIGITS = "〇一二三四五六七八九";

/** A number from 1 to 99 as Chinese documents count: 三, 十二, 二十. */
export const chineseNumber = (n: number): string => {
  const digit = (one: number): string => CHINESE_DIGITS.charAt(one);
  if (n < 10) return digit(n);
  const tens = Math.floor(n / 10);
  const rest = n % 10;
  return `${tens === 1 ? "" : digit(tens)}十${rest === 0 ? "" : digit(rest)}`;
};

/** A heading's number in the document's language: 一、 or "1. ". */
export const sectionNumber = ({ language }: View, n: number): string =>
  language === "zh" ? `${chineseNumber(n)}、` : `${n}. `;

const partNumber = ({ language }: View, n: number): string =>
  language === "zh" ? `（${chineseNumber(n)}）` : `(${n}) `;

/** Numbers the fields of a section, where there are several; one alone needs no label. */
export const numbered = (view: View, blocks: readonly Block[]): Block[] => {
  const fields = blocks.filter(({ type }) => type === "field").length;
  let n = 0;
  return blocks.map((block) => {
    if (block.type !== "field") return block;
    if (fields === 1) return { ...block, label: [] };
    n += 1;
    const label = put(view.words.field_label, { label: block.label });
    return { ...block, label: line(partNumber(view, n), label) };
  });
};
