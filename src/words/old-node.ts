import type { Language } from "./words.js";

/** What is said where Node is too old to load the rest. */
export const oldNodeWords = (language: Language, least: number, found: string): string =>
  ({
    en: `amrnci needs Node.js ${String(least)} or newer; this is ${found}: https://nodejs.org/en/download`,
    zh: `amrnci 需要 Node.js ${String(least)} 或更高版本，当前为 ${found}：https://nodejs.org/zh-cn/download`,
  })[language];
