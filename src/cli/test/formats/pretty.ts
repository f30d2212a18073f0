import { fill } from "../../../words/index.js";
import { harmless } from "../../terminal/harmless.js";
import { counts } from "../result.js";
import { expectedOf, placeOf, sayError, shown } from "../say.js";
import type { Format } from "./format.js";

/** For people: a line for each fixture, and each mismatch with what was expected and what came. */
export const pretty: Format = (results, { words, colours }) => {
  const lines = results.flatMap((result) => {
    const name = `${harmless(result.title)} ${colours.dim(harmless(result.file))}`;
    if (result.passed) return [`${colours.green(words.test_passed)}  ${name}`];
    const reasons = result.mismatches.flatMap((mismatch) => {
      const at = mismatch.position === null ? "" : `:${String(mismatch.position.line)}`;
      return [
        `      ${colours.bold(placeOf(mismatch))} ${colours.dim(harmless(result.file) + at)}`,
        `        ${expectedOf(mismatch, words)}`,
        `        ${fill(words.test_actual, { value: shown(mismatch.actual, words) })}`,
      ];
    });
    const error = result.error === null ? [] : [`      ${sayError(result)}`];
    return [`${colours.red(words.test_failed)}  ${name}`, ...error, ...reasons];
  });
  const sum = counts(results);
  const colour = sum.failed === 0 ? colours.green : colours.red;
  return `${[...lines, "", colour(fill(words.test_summary, sum))].join("\n")}\n`;
};
