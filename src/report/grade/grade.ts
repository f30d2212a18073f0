import type { AppliedDecision, Criterion, Draft, Line } from "../../generated/types.js";
import { fill } from "../../words/index.js";
import { factIs } from "../facts/fact-is.js";
import { sayFact } from "../facts/say.js";
import { capital, joined, line, put, textOf } from "../text/line.js";
import type { DraftView, View } from "../view.js";
import { highestMet } from "./met.js";

const MOST_OPEN = 5;

/** The grade as a report states it: what is proven, and where it is open, up to where. */
export const gradeStated = (
  { words, terms }: View,
  grade: AppliedDecision["grade"],
  kind?: Draft["kind"],
): Line => {
  const floor = terms.word("grades", grade.floor);
  const ceiling = terms.word("grades", grade.ceiling);
  const settled = kind === "summary" ? words.grade_final : words.grade_settled;
  return put(grade.settled ? settled : words.grade_open, { floor, ceiling });
};

/** The grade with the criteria that it rests on, and what is still to be found out. */
export const gradeLines = (view: DraftView, kind?: Draft["kind"]): Line[] => {
  const { decision, law } = view;
  const proven = highestMet(decision.criteria, law.grades);
  return [
    gradeStated(view, decision.grade, kind),
    ...(proven.length === 0 ? [] : [line(view.words.grade_basis)]),
    ...proven.map((criterion, at) => basis(view, criterion, at + 1)),
    ...presumptive(view),
    ...openFacts(view),
  ];
};

// The criterion in the statute's words, and the facts that meet it.
const basis = (view: View, { id, grade, citation, facts = [] }: Criterion, n: number): Line => {
  const { words, terms, law, language } = view;
  const [, , ground = "", number = ""] = id.split(".");
  const quote = law.annex[grade]?.[`${ground}_${number}`]?.quote ?? "";
  const stated = facts.flatMap(({ path, value }) => {
    const [said] = sayFact(view, path, value);
    return said === undefined ? [] : [factIs(view, path, value, said)];
  });
  return put(stated.length === 0 ? words.grade_basis_bare : words.grade_basis_line, {
    n,
    citation: terms.citation(citation),
    grade: language === "zh" ? terms.word("grades", grade) : capital(terms.word("grades", grade)),
    criterion: language === "zh" ? quote.replace(/。$/, "") : terms.criterion(id),
    facts: joined(stated, words.clause_separator),
  });
};

// A number that is reached is presumptive: the annex says "ordinarily" (通常情况下).
const presumptive = ({ decision, terms, words }: DraftView): Line[] =>
  decision.notices
    .filter(({ code }) => code === "grade_presumptive")
    .map(({ code, params }) =>
      put(words.remark_cited, {
        text: terms.notice(code, params),
        citation: terms.citation(terms.citedBy("notices", code) ?? ""),
      }),
    );

const openFacts = ({ decision, terms, words, speech }: DraftView): Line[] => {
  const open = decision.questions.filter(({ raises_to }) => raises_to !== null);
  if (decision.grade.settled || open.length === 0) return [];
  const named = [
    ...new Set(
      open.map(({ path, decides }) => {
        const isQuestion = "one_of" in decides && decides.one_of.some((one) => one === true);
        const fact = terms.fact(path);
        return isQuestion ? fill(words.yes_no_question, { fact }) : fact;
      }),
    ),
  ];
  const facts = speech.list(named.slice(0, MOST_OPEN));
  const template = named.length > MOST_OPEN ? words.grade_open_facts_more : words.grade_open_facts;
  return [put(template, { facts, n: named.length })];
};

/** The grade in one line of plain text, for tables. */
export const gradeText = (view: View, grade: AppliedDecision["grade"]): string =>
  textOf(gradeStated(view, grade));
