import { AmrnciError, type ErrorCode, type Issue } from "../../errors.js";
import type { SchemaCheck, SchemaError } from "../../generated/validators.js";
import { clip } from "./clip.js";
import { createIssue } from "./issue.js";
import { issuesOf } from "./issues.js";
import { namesOf, valueAt } from "./pointer.js";

/** More issues than these help nobody. */
export const MOST_ISSUES = 50;

/**
 * What is wrong with a value of which `check` said no, as issues. `first` are the errors of a check
 * that stops early, which point at the place that must not be cut away.
 */
export const explain = (
  value: unknown,
  check: SchemaCheck,
  first: readonly SchemaError[],
): { issues: Issue[]; unlisted: boolean } => {
  const clipped = clip(value, focusOf(first));
  check(clipped.value);
  const all = issuesOf(check.errors ?? [], MOST_ISSUES + 1)
    .map((issue) => ({ issue, path: clipped.original(issue.path) }))
    // What was cut away is not missing.
    .filter(({ issue, path }) => issue.code !== "missing" || valueAt(value, path) === undefined)
    .map(({ issue, path }) => (path === issue.path ? issue : createIssue({ ...issue, path })));
  if (all.length === 0) all.push(...issuesOf(first, 1));
  return { issues: all.slice(0, MOST_ISSUES), unlisted: clipped.cut || all.length > MOST_ISSUES };
};

const focusOf = (errors: readonly SchemaError[]): string[] => {
  const [error] = [...errors].sort((a, b) => b.instancePath.length - a.instancePath.length);
  if (error === undefined) return [];
  const name = error.params.additionalProperty ?? error.propertyName;
  return [...namesOf(error.instancePath), ...(typeof name === "string" ? [name] : [])];
};

/** The error for a document with issues; its message shows the first few of them. */
export const invalid = (
  code: ErrorCode,
  what: string,
  issues: readonly Issue[],
  unlisted = false,
): AmrnciError => {
  const shown = issues.slice(0, 5).map(({ message }) => `  ${message}`);
  const more = issues.length - shown.length;
  const rest = more > 0 || unlisted ? `\n  … and ${unlisted ? "more" : `${more} more`}` : "";
  const count =
    issues.length === 1 && !unlisted
      ? "1 issue"
      : `${issues.length}${unlisted ? " or more" : ""} issues`;
  return new AmrnciError(code, `The ${what} is not valid (${count}):\n${shown.join("\n")}${rest}`, {
    issues,
    unlisted,
  });
};
