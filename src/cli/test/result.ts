import type { Words } from "../../words/index.js";
import type { Finding, Result } from "../findings/result.js";
import type { Colours } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import type { FixtureError, Outcome, PlacedMismatch } from "./outcome.js";
import { actualOf, expectedOf, placeOf, sayError, sayMismatch } from "./say.js";

/** The outcome of a fixture as every format takes it. */
export function resultOf(outcome: Outcome, words: Words, colours: Colours): Result {
  const { file, title, mismatches, error } = outcome;
  const passed = error === null && mismatches.length === 0;
  return {
    file,
    title,
    passed,
    findings: [
      ...(error === null ? [] : [errorFinding(error)]),
      ...mismatches.map((one) => mismatchFinding(one, file, words, colours)),
    ],
    // JSON has no undefined: what is absent in the decision is said to be so.
    record: {
      file,
      title,
      passed,
      mismatches: mismatches.map(({ actual, ...rest }) =>
        actual === undefined ? { ...rest, absent: true } : { ...rest, actual },
      ),
      error,
    },
    detail: {
      ...(error === null
        ? {}
        : { error: { code: error.code, message: error.message, issues: error.issues } }),
      ...(mismatches.length === 0 ? {} : { mismatches: mismatches.map(inBlock) }),
    },
  };
}

function errorFinding(error: FixtureError): Finding {
  const message = sayError(error);
  const { code, position } = error;
  return { kind: "error", rule: code, message, position, lines: [message] };
}

function mismatchFinding(
  mismatch: PlacedMismatch,
  file: string,
  words: Words,
  colours: Colours,
): Finding {
  const { position, rule } = mismatch;
  const at = position === null ? "" : `:${String(position.line)}`;
  return {
    kind: "failure",
    rule: rule ?? "decision",
    message: sayMismatch(mismatch, words),
    position,
    lines: [
      `${colours.bold(placeOf(mismatch))} ${colours.dim(harmless(file) + at)}`,
      `  ${expectedOf(mismatch, words)}`,
      `  ${actualOf(mismatch, words)}`,
    ],
  };
}

function inBlock({ pointer, rule, expected, actual, position }: PlacedMismatch): object {
  return {
    pointer,
    rule,
    ...(position === null ? {} : { line: position.line }),
    expected,
    ...(actual === undefined ? { absent: true } : { actual }),
  };
}
