import type { Page } from "../../../generated/types.js";
import type { Language } from "../../../words/index.js";

/** Twips (twentieths of a point) in a millimetre. */
const MM = 1440 / 25.4;
const mm = (n: number): number => Math.round(n * MM);

/** A4; what is filed in Chinese with the margins of GB/T 9704-2012. */
export const page = (language: Language, purpose: Purpose) => ({
  size: { width: mm(210), height: mm(297) },
  margin:
    language === "zh" && purpose === "report"
      ? { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(24) }
      : { top: mm(28), bottom: mm(28), left: mm(28), right: mm(26), footer: mm(14) },
});

/** How wide the text is. */
export const TEXT_WIDTH = mm(210 - 28 - 26);

/** What a page is for decides how it looks. */
export type Purpose = Page["purpose"];

/** Sizes in half points and spacing in twips of one kind of page. */
export interface Look {
  readonly text: number;
  readonly title: number;
  readonly table: number;
  /** The height of a line; exact in Chinese documents, whose grid has 22 lines on a page. */
  readonly line: number;
  /** The indent of a paragraph's first line: two characters in Chinese, none in English. */
  readonly indent: number;
  readonly after: number;
}

// 二号 22 pt, 三号 16 pt, 五号 10.5 pt.
const LOOKS: Readonly<Record<Language, Readonly<Record<Purpose, Look>>>> = {
  zh: {
    report: { text: 32, title: 44, table: 24, line: 570, indent: 640, after: 0 },
    guide: { text: 21, title: 32, table: 19, line: 340, indent: 0, after: 60 },
    checklist: { text: 24, title: 36, table: 21, line: 400, indent: 0, after: 80 },
  },
  en: {
    report: { text: 23, title: 32, table: 20, line: 300, indent: 0, after: 100 },
    guide: { text: 20, title: 26, table: 18, line: 260, indent: 0, after: 60 },
    checklist: { text: 22, title: 30, table: 20, line: 280, indent: 0, after: 80 },
  },
};

export const lookOf = (language: Language, purpose: Purpose): Look => LOOKS[language][purpose];
