import type { Affected, LawSource } from "../../../law/diff/index.js";
import {
  createSpeech,
  createTerms,
  fill,
  type Language,
  type Speech,
  type Terms,
  wordsOf,
} from "../../../words/index.js";
import { type DiffWords, lawDiffWords } from "../../../words/law-diff.js";

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A fact of a request, and where it stands. */
interface Fact {
  readonly pointer: string;
  readonly value: unknown;
}

/**
 * What a case is: a fixture by its file, a boundary case by its facts in words, since nobody can look
 * it up: `persons whose personal information leaked: 999,999 persons; nothing else happened`.
 */
export const caseSayer = (now: LawSource, language: Language): ((one: Affected) => string) => {
  const words = lawDiffWords(language);
  const terms = createTerms(now.data, null, language);
  const speech = createSpeech(wordsOf(language), terms, language);
  const [between, colon] = language === "zh" ? ["；", "："] : ["; ", ": "];
  return ({ name, origin, request }) => {
    if (origin === "fixture") return name;
    const { incident = {}, as_of: asOf, readings = {} } = request as Record<string, Members>;
    const { id: _, unstated, ...stated } = incident;
    const facts = factsOf(stated, "").map(
      ({ pointer, value }) =>
        `${terms.fact(pointer)}${colon}${sayFact(pointer, value, terms, speech)}`,
    );
    const parts = [
      ...facts,
      unstated === "none" ? words.rest_none : words.rest_unknown,
      ...(typeof asOf === "string" ? [fill(words.as_of, { time: speech.beijing(asOf) })] : []),
      ...Object.entries(readings).map(([reading, option]) =>
        fill(words.reading, terms.reading(reading, String(option))),
      ),
    ];
    return parts.join(between) + markOf(origin, words);
  };
};

const markOf = (origin: Affected["origin"], words: DiffWords): string =>
  origin === "new" ? words.case_new : origin === "old" ? words.case_old : words.case_both;

// Times come last: they are the same for most cases.
const factsOf = (value: unknown, pointer: string): Fact[] => {
  if (isMembers(value) && !("at_least" in value) && !("at_most" in value)) {
    const facts = Object.entries(value).flatMap(([key, member]) =>
      factsOf(member, `${pointer}/${key}`),
    );
    const isTime = (fact: Fact): boolean => fact.pointer.startsWith("/times/");
    return [...facts.filter((one) => !isTime(one)), ...facts.filter(isTime)];
  }
  const listed = Array.isArray(value) ? value : isMembers(value) ? value.at_least : undefined;
  if (Array.isArray(listed) && listed.some(isMembers)) {
    return listed.flatMap((entry, at) => factsOf(entry, `${pointer}/${String(at)}`));
  }
  return [{ pointer, value }];
};

const UNITS = ["persons", "minutes", "percent", "yuan", "reposts", "views"];

const sayFact = (pointer: string, value: unknown, terms: Terms, speech: Speech): string => {
  const key = pointer.split("/").at(-1) ?? "";
  if (typeof value === "string" && speech.instantOf(value) !== null) return speech.beijing(value);
  if (key === "duty") return terms.word("duties", String(value));
  if (pointer.startsWith("/operator/province")) return terms.word("province", String(value));
  const unit = UNITS.find((one) => key.includes(one));
  return speech.value(pointer, value, unit === undefined ? {} : { unit });
};
