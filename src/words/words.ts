import type { zh } from "./zh.js";

/** The two languages of everything that people read. */
export type Language = "zh" | "en";

/** The words of the interface; both languages have the same keys. */
export type Words = Record<keyof typeof zh, string>;
