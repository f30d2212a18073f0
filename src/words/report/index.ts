import type { Language } from "../words.js";
import { en } from "./en.js";
import type { ReportWords } from "./words.js";
import { zh } from "./zh.js";

export type { ReportWords } from "./words.js";

/** The words of reports and checklists in one language. */
export const reportWords = (language: Language): ReportWords => (language === "zh" ? zh : en);
