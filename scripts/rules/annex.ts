import { sayValue } from "../../src/law/say-value.js";
import { fieldName } from "../../src/words/law-fields.js";
import { examplesOfCriterion } from "./fixtures.js";
import { heading, link, parts, quotation, table } from "./markdown.js";
import { examples, explained, fill, gradeName, join, type Page } from "./page.js";

type Members = Readonly<Record<string, unknown>>;

/** An item of the annex: the same criterion in each grade. */
interface Item {
  readonly key: string;
  readonly part: "circumstance" | "condition";
  readonly n: number;
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const ofGrade = (page: Page, grade: string, { key }: Item): Members =>
  page.terms.data("annex", grade, key) as Members;

const itemsOf = (page: Page): Item[] =>
  Object.keys(page.terms.data("annex", page.grades[0] ?? "") as Members).map((key) => {
    const [part, n] = key.split("_");
    return { key, part: part as Item["part"], n: Number(n) };
  });

const titleOf = ({ terms }: Page, { part, n }: Item): string =>
  terms.criterion(`annex.grade.${part}.${n}`);

/** The chapter of the 33 criteria. */
export const annexChapter = (page: Page): string => {
  const { words, text, grades } = page;
  return parts(
    heading(3, page.anchor("grading"), words.grading),
    explained(page, "grading"),
    words.grading_note,
    ...[...grades].reverse().map((grade) => gradeIntroduction(page, grade)),
    gradeIntroduction(page, page.lowestGrade),
    quotation(text.annexNotes()),
    ...itemsOf(page).map((item) => itemSection(page, item)),
  );
};

const gradeIntroduction = (page: Page, grade: string): string =>
  parts(
    `**${gradeName(page, grade)}**`,
    quotation(page.text.gradeLines(page.officialGrade(grade))),
  );

const itemSection = (page: Page, item: Item): string => {
  const { words, terms, grades, sources } = page;
  const anchor = page.anchor(item.key);
  const title = fill(words[item.part], { n: item.n, title: titleOf(page, item) });
  return parts(
    heading(4, anchor, title),
    explained(page, `annex.${item.key}`),
    table(
      [words.measure, ...grades.map((grade) => gradeName(page, grade))],
      rowsOf(page, item).map(({ label, cells }) => [label, ...cells]),
    ),
    ...grades.map((grade) => official(page, grade, item, anchor, title)),
    examples(
      page,
      examplesOfCriterion(sources.fixtures, `${item.part}.${item.n}`, grades),
      (codes) =>
        join(page, [gradeName(page, codes[0] ?? ""), terms.word("outcomes", codes[1] ?? "")]),
    ),
  );
};

const official = (page: Page, grade: string, item: Item, anchor: string, title: string): string => {
  const lines = page.text.annexItem(page.officialGrade(grade), item.part, item.n);
  const citation = page.cite(`annex.${grade}.${item.part}.${item.n}`, anchor, title);
  const named = fill(page.words.grade_of_quote, { citation, grade: gradeName(page, grade) });
  return quotation([...lines, `— ${named}`]);
};

interface Row {
  readonly label: string;
  readonly cells: readonly string[];
}

const rowsOf = (page: Page, item: Item): Row[] => {
  const members = Object.keys(ofGrade(page, page.grades[0] ?? "", item)).filter(
    (key) => key !== "quote",
  );
  return members.flatMap((key): Row[] => {
    const values = page.grades.map((grade) => ofGrade(page, grade, item)[key]);
    const label = fieldName(key, page.language);
    const kinds = [...new Set(values.filter(isMembers).flatMap(Object.keys))];
    const byKind = values.every((value) => isMembers(value) && !("by_reading" in value));
    if (!byKind) return [{ label, cells: values.map((value) => requirement(page, [key], value)) }];
    return kinds.map((kind) => ({
      label: `${label}${page.language === "zh" ? "：" : ": "}${page.terms.word("kind", kind)}`,
      cells: values.map((value) => requirement(page, [key, kind], (value as Members)[kind])),
    }));
  });
};

/** What a grade asks for: a least number, a lowest rung, or any of a list. */
const requirement = (page: Page, path: readonly string[], value: unknown): string => {
  const { words, terms, speech } = page;
  if (value === undefined) return "—";
  if (isMembers(value)) return byReading(page, path, value);
  const said = sayValue(["annex", ...path], value, terms, speech);
  if (typeof value === "number") return fill(words.at_least, { value: said });
  if (Array.isArray(value)) return said;
  const { lowest, highest } = rungOf(page, path, value);
  if (lowest) return words.any;
  return highest ? said : fill(words.and_above, { value: said });
};

const byReading = (page: Page, path: readonly string[], value: Members): string => {
  const { words, terms } = page;
  const id = String(value.by_reading);
  const inForce = String(terms.data("readings", id, "in_force"));
  const options = [
    inForce,
    ...Object.keys(value).filter((key) => key !== "by_reading" && key !== inForce),
  ];
  return options
    .map((option, place) => {
      const asked = requirement(page, path, value[option]);
      if (place === 0) return asked;
      const reading = link(terms.reading(id, option).option, page.anchor("reading", id));
      const said = fill(words.other_reading, { value: asked, reading });
      return `${words.otherwise}${page.language === "zh" ? "：" : ": "}${said}`;
    })
    .join("\n");
};

type Rungs = Readonly<Record<string, { readonly low: number }>>;

interface Choices {
  readonly ladders: Readonly<Record<string, Rungs>>;
  readonly ladder_of_kind: Readonly<Record<string, string>>;
}

// The ladder on which a member's words stand, where it is not that of a kind of site.
const LADDERS: Readonly<Record<string, string>> = {
  area_level: "area_level",
  system_loss: "severity",
  severity: "severity",
  threat: "severity",
  personal_information_scale: "scale",
  determined_spread: "determined_spread",
};

/** Whether a word asks for nothing, being the lowest of all, or can't be exceeded. */
const rungOf = (
  { sources }: Page,
  path: readonly string[],
  value: unknown,
): { lowest: boolean; highest: boolean } => {
  const { choices } = (sources.data as { tables: { choices: Choices } }).tables;
  const key = path.at(-1) ?? "";
  const ladder = choices.ladders[LADDERS[key] ?? choices.ladder_of_kind[key] ?? ""] ?? {};
  const low = ladder[String(value)]?.low;
  if (low === undefined) throw new Error(`no ladder holds ${path.join(" ")}: ${String(value)}`);
  const lows = Object.entries(ladder).filter(([word]) => word !== "unknown");
  return { lowest: low === 0, highest: low === Math.max(...lows.map(([, rung]) => rung.low)) };
};

/** The numbers of all grades in one table. */
export const thresholdTable = (page: Page): string => {
  const { words, grades } = page;
  const rows = itemsOf(page).flatMap((item) =>
    rowsOf(page, item)
      .filter(({ cells }) => cells.every((cell) => /\d/.test(cell)))
      .map(({ label, cells }) => [
        link(titleOf(page, item), page.anchor(item.key)),
        label,
        ...cells,
      ]),
  );
  return table(["", words.measure, ...grades.map((grade) => gradeName(page, grade))], rows);
};
