import type { Language } from "../../src/words/index.js";
import { annexChapter, thresholdTable } from "./annex.js";
import {
  channelsChapter,
  clockChapter,
  contentsChapter,
  indexChapter,
  liabilityChapter,
  readingsChapter,
  relatedChapter,
  scopeChapter,
} from "./chapters.js";
import { dutiesChapter, dutyTable } from "./duties.js";
import { heading, link, list, parts, table } from "./markdown.js";
import { createPage, fill, type Page } from "./page.js";
import type { Sources } from "./sources.js";
import { bookWords } from "./words.js";

const CHAPTERS = [
  scopeChapter,
  annexChapter,
  dutiesChapter,
  clockChapter,
  contentsChapter,
  channelsChapter,
  liabilityChapter,
  readingsChapter,
  relatedChapter,
  // Last: it lists where the others cite.
  indexChapter,
];

/** The rule book in one language, as Markdown. */
export const writeBook = (sources: Sources, language: Language): string => {
  const pages = sources.versions.map((version) => createPage(sources, version, language));
  const words = bookWords(language);
  const [newest] = pages;
  return parts(
    `# ${newest?.terms.title() ?? ""}${language === "zh" ? "：" : ": "}${words.book}`,
    words.other_language,
    words.lead,
    words.examples_note,
    ...pages.map(versionPart),
  );
};

const versionPart = (page: Page): string => {
  const { words, version } = page;
  const chapters = CHAPTERS.map((chapter) => chapter(page));
  return parts(
    heading(2, page.anchor("version"), fill(words.version, { id: version.id })),
    general(page),
    list([
      link(words.glance, page.anchor("glance")),
      ...chapters.map((chapter) => {
        const [, anchor = "", title = ""] = /<a id="(.+?)"><\/a>\n\n### (.+)/.exec(chapter) ?? [];
        return link(title, anchor);
      }),
    ]),
    glance(page),
    ...chapters,
  );
};

const general = ({ words, terms, version, language }: Page): string =>
  table(
    ["", ""],
    [
      [words.official, String(terms.data("title", "zh"))],
      [words.issuer, String(terms.data("issuer", language))],
      [
        words.in_force,
        version.repealedFrom === undefined
          ? fill(words.in_force_from, { from: version.validFrom })
          : fill(words.in_force_until, { from: version.validFrom, until: version.repealedFrom }),
      ],
      [words.source, String(terms.data("source"))],
    ],
  );

const glance = (page: Page): string => {
  const { words } = page;
  return parts(
    heading(3, page.anchor("glance"), words.glance),
    `**${words.routes}**`,
    dutyTable(page),
    words.glance_note,
    `**${words.thresholds}**`,
    thresholdTable(page),
    fill(words.thresholds_note, { anchor: page.anchor("grading") }),
  );
};
