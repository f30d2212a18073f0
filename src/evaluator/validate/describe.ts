import type { Issue } from "../../errors.js";
import { en } from "./messages.en.js";
import type { IssueWords } from "./messages.js";
import { zh } from "./messages.zh.js";

/** The languages in which issues can be said. */
export type IssueLanguage = "zh" | "en";

/**
 * An issue as a sentence: where, what was expected, what came.
 *
 * @example
 * ```ts
 * describeIssue(issue, "en");
 * // /incident/suspected_crime: expected true, false or "unknown"; received "yes" (text)
 * ```
 */
export const describeIssue = (issue: Omit<Issue, "message">, language: IssueLanguage): string => {
  const words: IssueWords = language === "zh" ? zh : en;
  const place = issue.path === "" ? words.document : harmless(issue.path);
  return words.sentence(place, words.fault(issue), issue.position);
};

// A path may hold names chosen by a stranger; a terminal must not obey them.
const harmless = (path: string): string => {
  const cut = path.length > 200 ? `${path.slice(0, 200)}…` : path;
  return cut.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
};
