import { AmrnciError, type ErrorCode, type Issue } from "../errors.js";
import { createIssue } from "../evaluator/validate/index.js";

/** The error for a text that can't be taken as a document, with the place where it fails. */
export const refusal = (
  code: ErrorCode,
  issue: Omit<Issue, "message">,
  cause?: unknown,
): AmrnciError => {
  const made = createIssue(issue);
  return new AmrnciError(code, `The input can't be read: ${made.message}.`, {
    issues: [made],
    cause,
  });
};
