import { fill } from "../../../words/index.js";
import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

const SHOWN = 7;

/** The unknown facts that move the answer most, and what they would make of it. */
export function questions(view: View): string[] {
  const { decision, width, words, colours } = view;
  const lines = decision.questions.slice(0, SHOWN).flatMap((question, at) =>
    paragraph(asked(view, question), width, {
      lead: `${String(at + 1)}. `,
      tail: source(view, question),
    }),
  );
  const more = decision.questions.length - SHOWN;
  if (more <= 0) return lines;
  return [
    ...lines,
    ...paragraph(fill(words.questions_more, { n: more }), width, { indent: 5, style: colours.dim }),
  ];
}

type Question = View["decision"]["questions"][number];

function asked(
  { terms, speech, words, colours }: View,
  { path, decides, raises_to: grade }: Question,
): string {
  const fact = colours.bold(terms.fact(path));
  const condition = speech.condition(path, decides);
  return grade === null
    ? fill(words.questions_duty, { fact, decides: condition })
    : fill(words.questions_why, { fact, decides: condition, grade: terms.word("grades", grade) });
}

/** The criterion through which the question leads to its grade. */
function source(view: View, { criteria, raises_to: grade }: Question): string | null {
  const through = view.decision.criteria.find(
    (one) => one.grade === grade && criteria.includes(one.id),
  );
  return through === undefined ? null : cite(view, through.citation);
}
