import { counts } from "../result.js";
import type { Format } from "./format.js";

/** For programs: counts, and all results with their mismatches. */
export const json: Format = (results) => {
  const shown = results.map((result) => ({
    ...result,
    // JSON has no undefined: what is absent in the decision is said to be so.
    mismatches: result.mismatches.map(({ actual, ...rest }) =>
      actual === undefined ? { ...rest, absent: true } : { ...rest, actual },
    ),
  }));
  return `${JSON.stringify({ ...counts(results), results: shown }, null, 2)}\n`;
};
