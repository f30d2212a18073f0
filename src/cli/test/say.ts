import { fill, type Words } from "../../words/index.js";
import { sayIssue } from "../failure.js";
import { harmless } from "../terminal/harmless.js";
import type { PlacedMismatch, Result } from "./result.js";

const SHOWN_ISSUES = 5;

/** Where a mismatch stands, for people: the entry's id and the members below it. */
export function placeOf({ pointer, rule }: PlacedMismatch): string {
  const below = pointer.replace(/^\/expect\/?/, "").split("/");
  if (rule === null) return below.join(".") || "expect";
  return [below[0], rule, ...below.slice(2)].join(" ");
}

/** A value in one line. */
export function shown(value: unknown, words: Words): string {
  return value === undefined ? words.test_absent : harmless(JSON.stringify(value));
}

/** What was expected, in words. */
export function expectedOf({ expected }: PlacedMismatch, words: Words): string {
  return isAbsent(expected)
    ? words.test_should_be_absent
    : fill(words.test_expected, { value: shown(expected, words) });
}

/** A mismatch in one line. */
export function sayMismatch(mismatch: PlacedMismatch, words: Words): string {
  const actual = fill(words.test_actual, { value: shown(mismatch.actual, words) }).replace(
    / +/g,
    " ",
  );
  return `${placeOf(mismatch)}: ${expectedOf(mismatch, words)}${words.clause_separator}${actual}`;
}

/** The error of a fixture that could not be run, in one line. */
export function sayError({ error }: Result): string {
  if (error === null) return "";
  const issues = error.issues.slice(0, SHOWN_ISSUES).map(sayIssue);
  return harmless(`[${error.code}] ${[error.message, ...issues].join("; ")}`);
}

function isAbsent(expected: unknown): boolean {
  return (
    typeof expected === "object" &&
    expected !== null &&
    "absent" in expected &&
    expected.absent === true
  );
}
