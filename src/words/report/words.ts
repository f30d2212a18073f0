import type { zh } from "./zh.js";

/** The words of reports and checklists; both languages have the same keys. */
export type ReportWords = Readonly<Record<keyof typeof zh, string>>;
