import type { ErrorCode } from "../../errors.js";
import type { SchemaCheck } from "../../generated/validators.js";
import { reversedBounds } from "./bounds.js";
import { explain, invalid, MOST_ISSUES } from "./explain.js";

/**
 * Returns a value that follows its schema, and whose bounds are the right way round where it is
 * someone's statement of facts (a decision only repeats them).
 *
 * @throws {AmrnciError} with `code` and the issues
 */
export const validate = <T>(
  value: unknown,
  is: SchemaCheck<T>,
  explainAll: SchemaCheck,
  code: ErrorCode,
  what: string,
  withBounds = true,
): T => {
  if (!is(value)) {
    const { issues, unlisted } = explain(value, explainAll, is.errors ?? []);
    throw invalid(code, what, issues, unlisted);
  }
  const reversed = withBounds ? reversedBounds(value, MOST_ISSUES + 1) : [];
  if (reversed.length > 0) {
    throw invalid(code, what, reversed.slice(0, MOST_ISSUES), reversed.length > MOST_ISSUES);
  }
  return value;
};
