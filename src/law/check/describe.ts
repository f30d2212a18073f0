import { describeIssue } from "../../evaluator/validate/index.js";
import { fill, type Language } from "../../words/index.js";
import { lawCheckWords } from "../../words/law-check.js";
import type { LawProblem } from "./problem.js";

/** What is wrong, as a sentence that says what to do; file and line stand beside it. */
export const describeLawProblem = (
  { code, params, issue }: LawProblem,
  language: Language,
): string => {
  const words = lawCheckWords(language);
  // The place stands beside the sentence already.
  if (issue) return describeIssue({ ...issue, position: undefined }, language);
  // A slip is found sooner beside what was meant.
  const known = code === "quote_not_official" && params.official !== "";
  return fill(known ? words.quote_differs : words[code], params);
};
