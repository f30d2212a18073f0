import type {
  Cause,
  Difference,
  LawDiff,
  LawSource,
  LegalChange,
} from "../../../law/diff/index.js";
import {
  createSpeech,
  createTerms,
  fill,
  type Language,
  type Words,
  wordsOf,
} from "../../../words/index.js";
import { type DiffWords, lawDiffWords } from "../../../words/law-diff.js";
import { limit } from "../../../words/duration.js";

/** What every format is given. */
export interface Report {
  readonly diff: LawDiff;
  readonly legal: readonly LegalChange[];
  readonly language: Language;
  readonly words: DiffWords;
  /** Aspects that the caller gates on and that changed. */
  readonly failed: readonly string[];
  readonly say: (difference: Difference) => Said;
}

/** A difference in words. */
export interface Said {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** How differences are said, with the terms of the newer data. */
export const sayer = (now: LawSource, language: Language): ((difference: Difference) => Said) => {
  const words = lawDiffWords(language);
  const interfaceWords: Words = wordsOf(language);
  const terms = createTerms(now.data, null, language);
  const speech = createSpeech(interfaceWords, terms, language);
  const grade = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return words.none;
    const { floor, ceiling } = value as { floor: string; ceiling: string };
    const [low, high] = [terms.word("grades", floor), terms.word("grades", ceiling)];
    return floor === ceiling ? low : fill(words.up_to, { floor: low, ceiling: high });
  };
  const due = (value: unknown): string => {
    if (typeof value !== "number")
      return value === null ? words.no_limit : speech.beijing(text(value));
    return limit(interfaceWords, value, language === "zh" ? "" : " ");
  };
  const duty = (value: unknown): string => {
    const word = String(value);
    const known = ["applies", "parties", "actions", "triggers", "related_triggers", "manners"];
    return known.map((group) => terms.word(group, word)).find((said) => said !== word) ?? word;
  };
  const citation = (value: unknown): string =>
    ["met", "undecided"].includes(String(value))
      ? terms.word("outcomes", String(value))
      : terms.citation(String(value));
  const value = ({ aspect }: Difference, one: unknown): string => {
    if (aspect === "grade") return grade(one);
    if (aspect === "due") return due(one);
    if (one === null || one === undefined) return words.none;
    if (aspect === "recipients" && Array.isArray(one)) {
      return speech.list(one.map((party) => terms.word("parties", String(party))));
    }
    if (aspect === "reportable") return terms.word("reportable", text(one));
    if (aspect === "state") return terms.word("states", text(one));
    return aspect === "citation" ? citation(one) : duty(one);
  };
  return (difference) => {
    const { aspect, subject, from, to } = difference;
    const name = subject === null ? "" : subjectOf(subject, terms);
    const label = words[`aspect_${aspect}`];
    return {
      field: name === "" ? label : `${name}${language === "zh" ? "：" : ": "}${label}`,
      from: value(difference, from),
      to: value(difference, to),
    };
  };
};

const text = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const subjectOf = (
  subject: string,
  terms: { word(group: string, code: string): string; citation(id: string): string },
): string =>
  [terms.word("duties", subject), terms.citation(subject)].find((said) => said !== subject) ??
  subject;

/** How many cases were tried and how many are answered differently, in one sentence. */
export const summary = ({ diff, words }: Report): string => {
  const { fixtures, boundaries } = diff.cases;
  const affected = diff.groups.reduce((sum, group) => sum + group.affected.length, 0);
  const counts = { n: fixtures + boundaries, fixtures, boundaries, affected };
  return fill(affected === 0 ? words.nothing : words.something, counts);
};

/** Why a group of cases differs. */
export const causesOf = ({ legal, words }: Report, causes: readonly Cause[]): string[] =>
  causes.length === 0
    ? [words.cause_together]
    : causes.map((cause) => {
        if (cause === "logic") return words.cause_logic;
        const change = legal[cause];
        return change === undefined ? "" : `${change.what} ${change.from} → ${change.to}`;
      });
