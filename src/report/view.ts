import type { AppliedDecision, Incident, Request, Run } from "../generated/types.js";
import {
  createSpeech,
  createTerms,
  type Language,
  type Speech,
  type Terms,
  type Words,
  wordsOf,
} from "../words/index.js";
import { type ReportWords, reportWords } from "../words/report/index.js";
import { reportLawOf, type ReportLaw } from "./law.js";
import { inTenThousands } from "./text/numerals.js";

/** Everything that a document is made from, in one language. */
export interface View {
  readonly language: Language;
  readonly words: ReportWords;
  /** The words of the interface, which clocks and limits are said in. */
  readonly common: Words;
  readonly terms: Terms;
  readonly speech: Speech;
  readonly law: ReportLaw;
  readonly incident: Incident | null;
  readonly asOf: string | null;
  /** 【待补报】 */
  readonly missing: Run;
  /** 【待填】 */
  readonly blank: Run;
}

/** What a report is made from: a view with its decision. */
export interface DraftView extends View {
  readonly incident: Incident;
  readonly request: Request;
  readonly decision: AppliedDecision;
  /** The readings that would change something; null where that was not compared. */
  readonly differing: ReadonlySet<string> | null;
}

/** The view of a version of the law in a language; without a version, of the newest. */
export const createView = (
  data: unknown,
  version: string | null,
  language: Language,
  request: Request | null,
): View => {
  const terms = createTerms(data, version, language);
  const words = reportWords(language);
  const common = wordsOf(language);
  const { at_least, at_most, between, minutes } = words;
  const speech = createSpeech({ ...common, at_least, at_most, between, minutes }, terms, language);
  return {
    language,
    words,
    common,
    terms,
    speech: language === "zh" ? inTenThousands(speech) : speech,
    law: reportLawOf(terms),
    incident: request?.incident ?? null,
    asOf: request?.as_of ?? null,
    missing: { text: words.missing, mark: "missing" },
    blank: { text: words.blank, mark: "blank" },
  };
};
