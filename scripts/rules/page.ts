import {
  createSpeech,
  createTerms,
  fill,
  type Language,
  type Speech,
  type Terms,
  wordsOf,
} from "../../src/words/index.js";
import type { Example, Fixture } from "./fixtures.js";
import { link, list, parts, quotation } from "./markdown.js";
import { type OfficialText, readOfficialText } from "./official-text.js";
import type { Sources, VersionSources } from "./sources.js";
import { type BookWords, bookWords } from "./words.js";

/** Everything that a chapter on one version needs, in one language. */
export interface Page {
  readonly language: Language;
  readonly words: BookWords;
  readonly terms: Terms;
  readonly speech: Speech;
  readonly sources: Sources;
  readonly version: VersionSources;
  readonly text: OfficialText;
  /** The grades that criteria are of, lowest first. */
  readonly grades: readonly string[];
  /** The grade that no criterion of its own defines. */
  readonly lowestGrade: string;
  /** A grade by the official text's name. */
  officialGrade(grade: string): string;
  /** A citation in the official text's words: `第四条第二款`. */
  officialCitation(id: string): string;
  /** The name of a place in this version: `condition-5`. */
  anchor(...names: readonly string[]): string;
  /** The article of a citation, noted for the index under the place where it is cited. */
  cite(id: string, anchor: string, title: string): string;
  /** Where each citation was used, in the order of the book. */
  readonly cited: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const createPage = (sources: Sources, version: VersionSources, language: Language): Page => {
  const terms = createTerms(sources.data, version.id, language);
  const official = createTerms(sources.data, version.id, "zh");
  const words = bookWords(language);
  const spoken = createSpeech(wordsOf(language), terms, language);
  const cited = new Map<string, Map<string, string>>();
  const grades = terms.data("grades") as readonly string[];
  return {
    language,
    words,
    terms,
    speech: language === "zh" ? inTenThousands(spoken) : spoken,
    sources,
    version,
    text: readOfficialText(version.officialText),
    grades: grades.slice(1),
    lowestGrade: grades[0] ?? "",
    officialGrade: (grade) => official.word("grades", grade),
    officialCitation: (id) => official.citation(id),
    anchor: (...names) => [version.id, ...names].join("-").replaceAll(/[._]/g, "-"),
    cite(id, anchor, title) {
      const places = cited.get(id) ?? new Map<string, string>();
      cited.set(id, places.set(anchor, title));
      const name = terms.citation(id);
      return terms.inferred(id) ? `${name} (${words.inference})` : name;
    },
    cited,
  };
};

// The statute writes 1000万 and 1亿; so does the book.
const inTenThousands = (speech: Speech): Speech => {
  const short = (text: string): string =>
    text.replace(/\d{1,3}(?:,\d{3})+/g, (digits) => {
      const n = Number(digits.replaceAll(",", ""));
      if (n % 100_000_000 === 0) return `${n / 100_000_000}亿`;
      return n % 10_000 === 0 ? `${n / 10_000}万` : digits.replaceAll(",", "");
    });
  return { ...speech, quantity: (n, unit) => short(speech.quantity(n, unit)) };
};

/** What a package of the rules says of itself in the book's language. */
export const explained = ({ language, words, sources }: Page, name: string): string => {
  const text = sources.packages.get(name);
  const said = language === "zh" ? text?.zh : text?.en;
  if (said === undefined || said === "") throw new Error(`${name} says nothing in ${language}`);
  return `**${words.explained}${language === "zh" ? "：" : ":"}** ${said}`;
};

/** Fixtures with what they show, as links; a fixture that shows several things is named once. */
export const examples = (
  page: Page,
  shown: readonly Example[],
  say: (codes: readonly string[]) => string,
): string => {
  const { words, language } = page;
  if (shown.length === 0) return "";
  const said = new Map<Fixture, string[]>();
  for (const { fixture, shows } of shown) {
    said.set(fixture, [...(said.get(fixture) ?? []), say(shows)]);
  }
  const [between, before] = language === "zh" ? ["；", "："] : ["; ", ": "];
  return parts(
    `**${words.examples}**`,
    list(
      [...said].map(([fixture, all]) => {
        const shows = all.filter((one) => one !== "");
        const lead = shows.length === 0 ? "" : shows.join(between) + before;
        return `${lead}[${titleOf(page, fixture)}](../test/fixtures/${fixture.path})`;
      }),
    ),
  );
};

const titleOf = ({ language, sources }: Page, { title, path }: Fixture): string => {
  if (language === "en") return title;
  const chinese = sources.chineseTitles.get(path);
  if (chinese !== undefined) return chinese;
  throw new Error(
    `test/fixtures/${path} is shown in the rule book: give it a Chinese title in scripts/rules/titles.zh.yaml`,
  );
};

/** A list of words in the book's language. */
export const join = ({ language }: Page, items: readonly string[]): string =>
  items.join(language === "zh" ? "、" : ", ");

export const gradeName = ({ terms, language }: Page, grade: string): string => {
  const name = terms.word("grades", grade);
  return language === "zh" ? name : name.charAt(0).toUpperCase() + name.slice(1);
};

/** A reading's title as a link to its place. */
export const readingLink = (page: Page, id: string): string =>
  link(page.terms.reading(id, "").title, page.anchor("reading", id));

/** The words of a cited article or paragraph, and where they stand. */
export const cited = (page: Page, id: string, anchor: string, title: string): string =>
  quotation([...articleLines(page, id), `— ${page.cite(id, anchor, title)}`]);

/** The same, where another place of the book is the one that the index names. */
export const quotedArticle = (page: Page, id: string): string =>
  quotation([...articleLines(page, id), `— ${page.terms.citation(id)}`]);

const articleLines = (page: Page, id: string): string[] => {
  const [, , paragraph] = id.split(".");
  return page.text.article(articleOf(page, id), paragraph ? Number(paragraph) : undefined);
};

const articleOf = (page: Page, id: string): string => {
  const citation = page.officialCitation(id);
  const [name] = /^第[^条]+条/.exec(citation) ?? [];
  if (name === undefined) throw new Error(`${id} is no article: ${citation}`);
  return name;
};

export { fill };
