import { fill, type Words } from "../../words/index.js";
import { sayIssue } from "../failure.js";
import { harmless } from "../terminal/harmless.js";
import type { Mismatch } from "./match.js";
import type { FixtureError } from "./outcome.js";

const SHOWN_ISSUES = 5;

/** Where a mismatch stands, for people: the entry's id and the members below it. */
export function placeOf({ pointer, rule }: Mismatch): string {
  const below = pointer.replace(/^\/expect\/?/, "").split("/");
  if (rule === null) return below.join(".") || "expect";
  return [below[0], rule, ...below.slice(2)].join(" ");
}

/** A value in one line. */
function shown(value: unknown, words: Words): string {
  return value === undefined ? words.test_absent : harmless(JSON.stringify(value));
}

/** What was expected, in words. */
export function expectedOf({ expected }: Mismatch, words: Words): string {
  return isAbsent(expected)
    ? words.test_should_be_absent
    : fill(words.test_expected, { value: shown(expected, words) });
}

/** What came instead, in words. */
export function actualOf({ actual }: Mismatch, words: Words): string {
  return fill(words.test_actual, { value: shown(actual, words) });
}

/** A mismatch in one line. */
export function sayMismatch(mismatch: Mismatch, words: Words): string {
  const actual = actualOf(mismatch, words).replace(/ +/g, " ");
  return `${placeOf(mismatch)}: ${expectedOf(mismatch, words)}${words.clause_separator}${actual}`;
}

/** The error of a fixture that could not be run, in one line. */
export function sayError({ code, message, issues }: FixtureError): string {
  const shownIssues = issues.slice(0, SHOWN_ISSUES).map(sayIssue);
  return harmless(`[${code}] ${[message, ...shownIssues].join("; ")}`);
}

function isAbsent(expected: unknown): boolean {
  return (
    typeof expected === "object" &&
    expected !== null &&
    "absent" in expected &&
    expected.absent === true
  );
}
