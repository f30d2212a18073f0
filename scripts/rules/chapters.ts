import { examplesOfMember, examplesOfReading, examplesOfStatus } from "./fixtures.js";
import { heading, link, list, parts, quotation, table } from "./markdown.js";
import {
  cited,
  examples,
  explained,
  fill,
  gradeName,
  join,
  type Page,
  quotedArticle,
  readingLink,
} from "./page.js";

interface Reading {
  readonly nature: string;
  readonly in_force: string;
  readonly of_the_text?: string;
  readonly citation: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly note: Readonly<Record<string, string>>;
}

const colon = ({ language }: Page): string => (language === "zh" ? "：" : ": ");

/** Whom the Measures bind (Art. 2 and 13), and by which version (Art. 14). */
export const scopeChapter = (page: Page): string => {
  const { words, terms } = page;
  const anchor = page.anchor("scope");
  const organs = terms.data("scope", "organ_kinds") as Record<string, string | string[]>;
  const reading = String(organs.by_reading);
  const inForce = String(terms.data("readings", reading, "in_force"));
  const kinds = (option: string): string =>
    join(
      page,
      (organs[option] as string[]).map((kind) => terms.word("kind", kind)),
    );
  const others = Object.keys(organs).filter((key) => key !== "by_reading" && key !== inForce);
  const areas = terms.data("scope", "areas_without_known_body") as string[];
  return parts(
    heading(3, anchor, words.scope),
    explained(page, "scope"),
    cited(page, "article.2", anchor, words.scope),
    cited(page, "article.13", anchor, words.scope),
    table(
      ["", ""],
      [
        [
          words.scope_organ,
          [
            kinds(inForce),
            ...others.map(
              (option) =>
                `${words.otherwise}${colon(page)}${fill(words.other_reading, { value: kinds(option), reading: readingLink(page, reading) })}`,
            ),
          ].join("\n"),
        ],
        [
          words.scope_areas,
          join(
            page,
            areas.map((area) => terms.word("province", area)),
          ),
        ],
        [words.reportable, gradeName(page, String(terms.data("reportable_from")))],
        [words.relayed, gradeName(page, String(terms.data("relayed_from")))],
      ],
    ),
    statuses(page, ["excluded", "out_of_scope"]),
    heading(4, page.anchor("version-choice"), words.version_choice),
    explained(page, "scope.version"),
    cited(page, "article.14", page.anchor("version-choice"), words.version_choice),
    statuses(page, ["not_in_force"]),
  );
};

const statuses = (page: Page, codes: readonly string[]): string =>
  examples(page, examplesOfStatus(page.sources.fixtures, codes), ([status = ""]) =>
    page.terms.word("statuses", status),
  );

const showing = (page: Page, member: string): string =>
  examples(page, examplesOfMember(page.sources.fixtures, member), () => "");

/** How hours and days are counted, and what is open in it. */
export const clockChapter = (page: Page): string => {
  const { words, terms } = page;
  const readings = Object.entries(terms.data("readings") as Record<string, Reading>);
  const options = readings.filter(([id]) => CLOCK_READINGS.includes(id));
  return parts(
    heading(3, page.anchor("clocks"), words.clocks),
    explained(page, "duties.clock"),
    list(
      options.map(
        ([id, { in_force }]) =>
          `${readingLink(page, id)}${colon(page)}${terms.reading(id, in_force).option}`,
      ),
    ),
  );
};

const CLOCK_READINGS = ["clock_start", "relay_bearer", "summary_deadline"];

interface Content {
  readonly item: number;
  readonly quote: string;
  readonly first?: boolean;
  readonly any_of?: readonly string[];
  readonly fields: readonly string[];
  readonly ransom?: { readonly fields: readonly string[] };
}

/** What a report contains (Art. 7) and the summary (Art. 8). */
export const contentsChapter = (page: Page): string => {
  const { words, terms } = page;
  const anchor = page.anchor("contents");
  const facts = (pointers: readonly string[]): string =>
    join(
      page,
      pointers.map((pointer) => terms.fact(pointer)),
    );
  const items = terms.data("contents", "items") as Content[];
  const deferrable = terms.data("contents", "deferrable_while_missing") as string[];
  const rows = items.map(({ item, any_of, fields, first, ransom }) => [
    String(item),
    terms.word("contents", String(item)),
    [
      any_of === undefined
        ? facts(fields)
        : join(page, [fill(words.one_of, { list: facts(any_of) }), facts(fields)]),
      ...(ransom === undefined ? [] : [`${words.ransom}${colon(page)}${facts(ransom.fields)}`]),
    ].join("\n"),
    first === true ? words.first_yes : "",
  ]);
  return parts(
    heading(3, anchor, words.items),
    explained(page, "contents"),
    table([words.item, words.content, words.facts, words.first], rows),
    `${words.deferrable}${facts(deferrable)}`,
    cited(page, "article.7.1", anchor, words.items),
    cited(page, "article.7.2", anchor, words.items),
    cited(page, "article.7.3", anchor, words.items),
    showing(page, "contents"),
    heading(4, page.anchor("summary"), words.summary),
    cited(page, "article.8", page.anchor("summary"), words.summary),
  );
};

interface Spoken {
  readonly zh: string;
  readonly en: string;
}

interface Channels {
  readonly sources: Readonly<Record<string, Spoken & { readonly seen_at?: readonly string[] }>>;
  readonly list: readonly (Spoken & {
    readonly value: string;
    readonly source: string;
    readonly checked: string;
  })[];
}

/** Where to report (Art. 9), with where each address was found and when it was compared. */
export const channelsChapter = (page: Page): string => {
  const { words, terms, language } = page;
  const anchor = page.anchor("channels");
  const { sources, list: channels } = terms.data("channels") as Channels;
  const used = [...new Set(channels.map(({ source }) => source))];
  return parts(
    heading(3, anchor, words.channels),
    table(
      [words.channel, words.address, words.checked],
      channels.map((channel) => [channel[language], channel.value, channel.checked]),
    ),
    cited(page, "article.9", anchor, words.channels),
    ...used.map((id) => {
      const source = sources[id];
      const found = [source?.[language] ?? id, ...(source?.seen_at ?? [])].join(" ");
      return `${words.source}${colon(page)}${found}`;
    }),
  );
};

interface LiabilityFact {
  readonly id: string;
  readonly citation: string;
}

/** What aggravates and what mitigates (Art. 10 and 11). */
export const liabilityChapter = (page: Page): string => {
  const { words, terms } = page;
  const anchor = page.anchor("liability");
  const facts = (kind: string): string =>
    list(
      (terms.data("liability", kind) as LiabilityFact[]).map(({ id }) =>
        terms.word("liability", id),
      ),
    );
  return parts(
    heading(3, anchor, words.liability),
    explained(page, "liability"),
    `**${words.aggravating}**`,
    facts("aggravating"),
    cited(page, "article.10.2", anchor, words.liability),
    `**${words.mitigating}**`,
    facts("mitigating"),
    cited(page, "article.11", anchor, words.liability),
    showing(page, "liability"),
  );
};

/** Each open question of the text, and what is answered by. */
export const readingsChapter = (page: Page): string => {
  const { words, terms } = page;
  return parts(
    heading(3, page.anchor("readings"), words.readings),
    words.readings_note,
    ...Object.entries(terms.data("readings") as Record<string, Reading>).map(([id, reading]) =>
      readingSection(page, id, reading),
    ),
  );
};

const readingSection = (page: Page, id: string, reading: Reading): string => {
  const { words, terms, language, sources } = page;
  const anchor = page.anchor("reading", id);
  const { title } = terms.reading(id, "");
  const options = Object.keys(reading.options).map((option) => {
    const marks = [
      ...(option === reading.in_force ? [`**${words.option_used}**`] : []),
      ...(option === reading.of_the_text ? [words.option_text] : []),
    ];
    const said = `${terms.reading(id, option).option} \`${option}\``;
    return marks.length === 0 ? said : `${said} — ${join(page, marks)}`;
  });
  return parts(
    heading(4, anchor, title),
    `\`${id}\` · ${terms.word("natures", reading.nature)} · ${words.touches}${colon(page)}${page.cite(reading.citation, anchor, title)}`,
    list(options),
    reading.note[language] ?? "",
    interpreted(page, reading.citation),
    `${words.source}${colon(page)}${reading.source}`,
    examples(
      page,
      examplesOfReading(sources.fixtures, id),
      ([option = ""]) => terms.reading(id, option).option,
    ),
  );
};

// The words that a reading is about: an item of the annex, or a paragraph.
const interpreted = (page: Page, id: string): string => {
  const [, grade = "", part = "", n] = id.split(".");
  if (part !== "circumstance" && part !== "condition") return quotedArticle(page, id);
  const lines = page.text.annexItem(page.officialGrade(grade), part, Number(n));
  return quotation([...lines, `— ${page.terms.citation(id)}`]);
};

interface Related {
  readonly id: string;
  readonly trigger: string;
  readonly citation: string;
}

/** Duties under other laws, pointed at. */
export const relatedChapter = (page: Page): string => {
  const { words, terms } = page;
  const anchor = page.anchor("related");
  return parts(
    heading(3, anchor, words.related),
    words.related_note,
    table(
      [words.duty, words.when, words.article],
      (terms.data("related", "list") as Related[]).map(({ id, trigger, citation }) => [
        terms.word("related", id),
        terms.word("related_triggers", trigger),
        page.cite(citation, anchor, words.related),
      ]),
    ),
    showing(page, "related"),
  );
};

/** Where each article is used, in the statute's order; an item of the annex is one row for all grades. */
export const indexChapter = (page: Page): string => {
  const { words, terms, cited: places } = page;
  const rows = new Map<string, { names: string[]; links: Map<string, string> }>();
  for (const id of Object.keys(terms.data("citations") as object)) {
    const found = places.get(id);
    if (!found) continue;
    const key = id.startsWith("annex.") ? id.split(".").slice(2).join(".") : id;
    const row = rows.get(key) ?? { names: [], links: new Map<string, string>() };
    row.names.push(terms.citation(id));
    for (const [anchor, title] of found) row.links.set(anchor, title);
    rows.set(key, row);
  }
  return parts(
    heading(3, page.anchor("index"), words.index),
    table(
      [words.article, words.where],
      [...rows.values()].map(({ names, links }) => [
        names.join("\n"),
        join(
          page,
          [...links].map(([anchor, title]) => link(title, anchor)),
        ),
      ]),
    ),
  );
};
