import type { Issue } from "../../errors.js";
import { invalid } from "./explain.js";
import { createIssue } from "./issue.js";
import { nearestWord } from "./nearest.js";
import { pointerPart } from "./pointer.js";
import { receivedOf } from "./received.js";

/** The readings that a bundle knows, each with its options. */
export type KnownReadings = Readonly<Record<string, readonly string[]>>;

/**
 * Checks that the readings of a request are readings of the bundle, with options that they offer.
 *
 * @throws {AmrnciError} `reading_unknown`, with pointers into the request.
 */
export const checkReadings = (
  readings: Readonly<Record<string, string | undefined>>,
  known: KnownReadings,
): void => {
  const issues = Object.entries(readings).flatMap(([name, option]) => issueOf(name, option, known));
  if (issues.length > 0) throw invalid("reading_unknown", "choice of readings", issues);
};

const issueOf = (name: string, option: string | undefined, known: KnownReadings): Issue[] => {
  const path = `/readings${pointerPart(name)}`;
  const options = Object.hasOwn(known, name) ? known[name] : undefined;
  if (options === undefined) {
    const members = Object.keys(known).sort();
    const nearest = nearestWord(name, members);
    const params = { members, ...(nearest ? { nearest } : {}) };
    return [createIssue({ path, code: "unknown_reading", expected: "nothing", params })];
  }
  if (option !== undefined && options.includes(option)) return [];
  const nearest = nearestWord(option ?? "", options);
  const words = options.map((word) => JSON.stringify(word));
  const params = { words, ...(nearest ? { nearest } : {}) };
  return [
    createIssue({
      path,
      code: "unknown_option",
      expected: "choice",
      received: receivedOf(option),
      params,
    }),
  ];
};
