import {
  type Affected,
  type Aspect,
  ASPECTS,
  type Cause,
  type Difference,
  type LawDiff,
  type LawSource,
  type LegalChange,
} from "../../../law/diff/index.js";
import { limit } from "../../../words/duration.js";
import {
  createSpeech,
  createTerms,
  fill,
  type Language,
  type Terms,
  wordsOf,
} from "../../../words/index.js";
import { type DiffWords, lawDiffWords } from "../../../words/law-diff.js";

/** What every format is given. */
export interface Report {
  readonly diff: LawDiff;
  readonly legal: readonly LegalChange[];
  readonly language: Language;
  readonly words: DiffWords;
  /** Aspects that the caller gates on and that changed. */
  readonly failed: readonly Aspect[];
  /** Whether every case is listed, however many there are. */
  readonly all: boolean;
  readonly say: (difference: Difference) => Said;
  readonly sayCase: (one: Affected) => string;
}

/** A difference in words. */
export interface Said {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

type Say = (value: unknown) => string;
type Members = Readonly<Record<string, unknown>>;

/** How differences are said, with the terms of the newer data. */
export const sayer = (now: LawSource, language: Language): ((difference: Difference) => Said) => {
  const words = lawDiffWords(language);
  const interfaceWords = wordsOf(language);
  const terms = createTerms(now.data, null, language);
  const speech = createSpeech(interfaceWords, terms, language);
  const term =
    (group: string): Say =>
    (value) =>
      terms.word(group, String(value));
  const due: Say = (value) =>
    typeof value === "number"
      ? limit(interfaceWords, value, language === "zh" ? "" : " ")
      : speech.beijing(String(value));
  const say: Readonly<Record<Aspect, Say>> = {
    status: term("statuses"),
    grade: (value) => {
      const { floor, ceiling } = value as { floor: string; ceiling: string };
      const [low, high] = [terms.word("grades", floor), terms.word("grades", ceiling)];
      return floor === ceiling ? low : fill(words.up_to, { floor: low, ceiling: high });
    },
    reportable: term("reportable"),
    criterion: term("outcomes"),
    duty: (value) => {
      const groups = ["applies", "parties", "actions", "triggers", "manners"];
      const word = String(value);
      return groups.map((group) => terms.word(group, word)).find((one) => one !== word) ?? word;
    },
    recipients: (value) => speech.list((value as string[]).map(term("parties"))),
    due,
    state: term("states"),
    citation: (value) => {
      const cited = value as Members;
      return String(cited[language] ?? cited.id);
    },
    contents: (value) => {
      if (typeof value === "boolean") {
        return value ? words.in_first_report : words.not_in_first_report;
      }
      if (!Array.isArray(value)) return terms.word("content_statuses", String(value));
      return speech.list(value.map((field) => terms.fact(String((field as Members).path))));
    },
    liability: term("liability_statuses"),
    related: term("related_triggers"),
    notice: (value) => {
      const { code, params } = value as { code: string; params: Members };
      return terms.notice(code, params);
    },
  };
  return ({ aspect, subject, from, to }) => {
    const label = words[`aspect_${aspect}`];
    const name = subject === null ? label : subjectOf(aspect, subject, terms, words);
    const none = aspect === "due" ? words.no_limit : words.none;
    const value = (one: unknown): string => (one === null ? none : say[aspect](one));
    return {
      field: name === label ? label : fill(words.subject, { subject: name, aspect: label }),
      from: value(from),
      to: value(to),
    };
  };
};

const subjectOf = (aspect: Aspect, subject: string, terms: Terms, words: DiffWords): string => {
  if (aspect === "notice") return words.aspect_notice;
  if (aspect === "contents") return fill(words.item, { n: subject });
  const group = { liability: "liability", related: "related" }[aspect as string] ?? "duties";
  return (
    [terms.word(group, subject), terms.citation(subject)].find((said) => said !== subject) ??
    subject
  );
};

/** How many cases were tried and how many are answered differently, and in what. */
export const summary = ({ diff, words, language }: Report): string[] => {
  const { fixtures, boundaries } = diff.cases;
  const cases = diff.groups.flatMap(({ affected }) => affected);
  const counts = { n: fixtures + boundaries, fixtures, boundaries, affected: cases.length };
  const by = ASPECTS.map((aspect) => ({
    aspect: words[`aspect_${aspect}`],
    n: cases.filter(({ differences }) => differences.some((one) => one.aspect === aspect)).length,
  })).filter(({ n }) => n > 0);
  const listed = by.map((one) => fill(words.aspect_count, one));
  const guided = diff.guidedOtherwise.length;
  return [
    fill(cases.length === 0 ? words.nothing : words.something, counts),
    ...(by.length === 0
      ? []
      : [fill(words.by_aspect, { counts: listed.join(language === "zh" ? "、" : ", ") })]),
    ...(guided === 0 ? [] : [fill(words.guidance, { n: guided })]),
  ];
};

/** Why a group of cases differs, in one line. */
export const causesOf = (
  { diff, legal, words, language }: Report,
  causes: readonly Cause[],
): string => {
  const said = causes.map((cause) => {
    if (cause === "logic") return words.cause_logic;
    const change = legal[cause];
    const isVersion = diff.changes[cause]?.path[1] === "versions" && change?.from === words.none;
    return fill(isVersion ? words.cause_version : words.cause_change, { ...change });
  });
  return said.length === 0 ? words.cause_together : said.join(language === "zh" ? "；" : "; ");
};

/** What the gate was closed by. */
export const gate = ({ words, failed, language }: Report): string => {
  const aspects = failed.map((one) => words[`aspect_${one}`]);
  return fill(words.gate, { aspects: aspects.join(language === "zh" ? "、" : ", ") });
};
