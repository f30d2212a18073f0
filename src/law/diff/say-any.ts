import type { Language, Speech, Terms } from "../../words/index.js";
import { isMembers } from "./change.js";
import { sayValue } from "../say-value.js";
import { namesOf } from "./name.js";

/** Any value of the law's data in words: one that has members as `name: value; name: value`. */
export const sayAny = (
  path: readonly string[],
  value: unknown,
  terms: Terms,
  speech: Speech,
  language: Language,
): string => {
  const [between, colon] = language === "zh" ? ["；", "："] : ["; ", ": "];
  if (Array.isArray(value) && value.some(isMembers)) {
    return value.map((one) => sayAny(path, one, terms, speech, language)).join(between);
  }
  if (!isMembers(value)) return sayValue(path, value, terms, speech);
  return Object.entries(value)
    .filter(([key]) => key !== "id")
    .map(([key, member]) => {
      const name = namesOf([...path, key], terms, language).at(-1) ?? key;
      return `${name}${colon}${sayAny([...path, key], member, terms, speech, language)}`;
    })
    .join(between);
};
