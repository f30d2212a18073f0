import { type Example, examplesOfDuty } from "./fixtures.js";
import { heading, link, parts, quotation, table } from "./markdown.js";
import type { AskedDuty } from "./duties-asked.js";
import {
  cited,
  examples,
  explained,
  fill,
  gradeName,
  join,
  type Page,
  readingLink,
} from "./page.js";

interface Duty {
  readonly citation: string;
  readonly quote: string;
  readonly bearer: string;
  readonly action: string;
  readonly recipients?: readonly string[];
  readonly manner: string | null;
  readonly limit_minutes?: number;
  readonly limit_days?: number;
}

const dutiesOf = ({ terms }: Page): [string, Duty][] =>
  Object.entries(terms.data("duties") as Record<string, Duty>);

/** Who reports what to whom and by when, in one table. */
export const dutyTable = (page: Page): string =>
  table(
    headOf(page),
    dutiesOf(page).map(([id, duty]) => rowOf(page, id, duty)),
  );

const headOf = ({ words }: Page): string[] => [
  words.duty,
  words.bearer,
  words.recipients,
  words.trigger_or_when,
  words.limit,
  words.grades,
];

const rowOf = (page: Page, id: string, duty: Duty): string[] => [
  link(page.terms.word("duties", id), page.anchor(id)),
  page.terms.word("parties", duty.bearer),
  recipientsOf(page, duty),
  triggerOf(page, id),
  limitOf(page, duty) ?? mannerOf(page, duty),
  gradesOf(page, id),
];

/** The chapter of the duties, in the statute's order. */
export const dutiesChapter = (page: Page): string =>
  parts(
    heading(3, page.anchor("duties"), page.words.duties),
    explained(page, "duties"),
    explained(page, "duties.routes"),
    cited(page, "article.4.1", page.anchor("duties"), page.words.duties),
    ...dutiesOf(page).map(([id, duty]) => dutySection(page, id, duty)),
  );

const dutySection = (page: Page, id: string, duty: Duty): string => {
  const { words, terms, sources } = page;
  const anchor = page.anchor(id);
  const title = terms.word("duties", id);
  const limit = limitOf(page, duty);
  const readings = [...askedOf(page, id).readings].map((reading) => readingLink(page, reading));
  const facts: [string, string][] = [
    [words.bearer, terms.word("parties", duty.bearer)],
    [words.recipients, recipientsOf(page, duty)],
    // Where no hours run, the same is what sets the duty off.
    [limit === undefined ? words.when : words.trigger, triggerOf(page, id)],
    [words.limit, limit ?? words.limit_none],
    ...(duty.manner === null ? [] : [[words.manner, mannerOf(page, duty)] as [string, string]]),
    [words.grades, gradesOf(page, id)],
    ...(readings.length === 0
      ? []
      : [[words.by_readings, join(page, readings)] as [string, string]]),
  ];
  return parts(
    heading(4, anchor, title),
    table(["", ""], facts),
    quotation([duty.quote, `— ${page.cite(duty.citation, anchor, title)}`]),
    examples(page, examplesOfDuty(sources.fixtures, id), sayStates(page)),
  );
};

const sayStates =
  ({ terms, ...page }: Page) =>
  ([applies = "", state]: Example["shows"]): string =>
    join({ terms, ...page }, [
      terms.word("applies", applies),
      ...(state === undefined ? [] : [terms.word("states", state)]),
    ]);

const recipientsOf = (page: Page, { recipients }: Duty): string =>
  recipients === undefined
    ? page.words.recipients_first
    : join(
        page,
        recipients.map((one) => page.terms.word("parties", one)),
      );

const mannerOf = ({ terms }: Page, { manner }: Duty): string =>
  manner === null ? "—" : terms.word("manners", manner);

const askedOf = (page: Page, id: string): AskedDuty => {
  const asked = page.version.duties.get(id);
  if (asked === undefined) throw new Error(`the rules never answer ${id}`);
  return asked;
};

const triggerOf = (page: Page, id: string): string =>
  page.terms.word("triggers", askedOf(page, id).trigger);

const limitOf = ({ words, speech }: Page, duty: Duty): string | undefined => {
  if (duty.limit_minutes !== undefined) return speech.limit(duty.limit_minutes * 60);
  if (duty.limit_days !== undefined) return fill(words.limit_days, { n: duty.limit_days });
  return undefined;
};

const gradesOf = (page: Page, id: string): string => {
  const { grades } = askedOf(page, id);
  if (grades.length > page.grades.length) return page.words.every_grade;
  return join(
    page,
    grades.map((grade) => gradeName(page, grade)),
  );
};
