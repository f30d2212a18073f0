import { AmrnciError } from "../errors.js";
import { describeIssue } from "../evaluator/validate/index.js";
import type { Document } from "./document.js";

/**
 * The same error with the line and column of each issue, for a document whose text is known.
 *
 * @example
 * ```ts
 * const { value, positionOf } = parseYaml(text);
 * try {
 *   validateIncident(value);
 * } catch (error) {
 *   throw withPositions(error, positionOf); // /impact/sites/0/kind (line 7, column 11): …
 * }
 * ```
 */
export const withPositions = (error: unknown, positionOf: Document["positionOf"]): unknown => {
  if (!(error instanceof AmrnciError)) return error;
  const issues = error.issues.map((issue) => {
    const position = issue.position ?? positionOf(issue.path);
    const placed = position === null ? issue : { ...issue, position };
    return { ...placed, message: describeIssue(placed, "en") };
  });
  return new AmrnciError(error.code, error.message, {
    issues,
    unlisted: error.unlisted,
    cause: error.cause,
  });
};
