import { harmless } from "../../terminal/harmless.js";
import type { Format } from "./format.js";

/** For people: a line for each file, and below it what is wrong. */
export const pretty: Format = (results, { words, colours, summary }) => {
  const lines = results.flatMap(({ title, file, passed, findings }) => {
    const name = `${harmless(title)} ${colours.dim(harmless(file))}`;
    if (passed) return [`${colours.green(words.test_passed)}  ${name}`];
    const reasons = findings.flatMap((finding) => finding.lines.map((line) => `      ${line}`));
    return [`${colours.red(words.test_failed)}  ${name}`, ...reasons];
  });
  const colour = results.every(({ passed }) => passed) ? colours.green : colours.red;
  return `${[...lines, "", colour(summary)].join("\n")}\n`;
};
