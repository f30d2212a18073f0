import { fill, type Words } from "../../words/index.js";
import type { Decision, Question } from "../decision.js";
import { citation } from "../evaluate/pretty/cite.js";
import type { Asking } from "./fact.js";

/** What an answer would change, with its source: `≥ 1,000,000 persons would make it relatively major`. */
export const whyOf = (
  { terms, speech }: Asking,
  words: Words,
  decision: Decision,
  { path, decides, raises_to: grade, criteria }: Question,
): string => {
  const condition = speech.condition(path, decides);
  if (grade === null) return fill(words.why_duty, { decides: condition });
  const through = decision.criteria.find((one) => one.grade === grade && criteria.includes(one.id));
  const said = fill(words.why_grade, { decides: condition, grade: terms.word("grades", grade) });
  if (through === undefined) return said;
  const source = citation({ terms, words }, through.citation);
  return `${said} ${fill(words.cited, { source })}`;
};
