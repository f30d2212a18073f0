import { lawDiffWords } from "../../words/law-diff.js";
import { fieldName } from "../../words/law-fields.js";
import { fill, type Language, type Terms } from "../../words/index.js";

// Lists whose name says nothing beside those of their entries.
const NAMELESS = ["list", "items"];

/**
 * What a value of a version's data is called, from the outside in: `["annex", "major", "condition_5",
 * "persons"]` is `major`, `personal information leaked`, `persons`.
 */
export const namesOf = (
  path: readonly string[],
  terms: Terms | null,
  language: Language,
): string[] => {
  const [room = "", first, ...rest] = path;
  // What is general to a version stands in no room.
  if (first === undefined) return [fieldName(room, language)];
  const keys = ROOMS.includes(room) ? [first, ...rest] : path;
  return keys.flatMap((key, at) => {
    if (NAMELESS.includes(key) && at === 0) return [];
    return [nameOf(room, keys, at, terms, language)];
  });
};

const ROOMS = [
  ...["annex", "channels", "checklists", "citations", "contents", "duties", "liability"],
  ...["readings", "related", "scope", "terms", "types", "versions"],
];

const nameOf = (
  room: string,
  keys: readonly string[],
  at: number,
  terms: Terms | null,
  language: Language,
): string => {
  const key = keys[at] ?? "";
  const before = keys[at - 1] ?? "";
  // Terms and citations are edited by their codes.
  if (terms === null || ((room === "terms" || room === "citations") && at < keys.length - 1)) {
    return fieldName(key, language);
  }
  const named: Readonly<Record<string, () => string | undefined>> = {
    annex: () =>
      at === 0
        ? terms.word("grades", key)
        : at === 1
          ? terms.criterion(`annex.${keys[0] ?? ""}.${key.replace("_", ".")}`)
          : undefined,
    duties: () => (at === 0 ? terms.word("duties", key) : undefined),
    readings: () =>
      at === 0
        ? terms.reading(key, "").title
        : before === "options"
          ? terms.reading(keys[0] ?? "", key).option
          : undefined,
    contents: () =>
      before === "items" && /^\d+$/.test(key)
        ? fill(lawDiffWords(language).item, { n: key })
        : undefined,
    liability: () => (at === 1 ? termOf(terms, "liability", key) : undefined),
    related: () => (before === "list" ? termOf(terms, "related", key) : undefined),
    channels: () => (before === "list" ? channelName(key, terms, language) : undefined),
  };
  return (
    named[room]?.() ??
    optionName([room, ...keys.slice(0, at)], key, terms, language) ??
    plainName(key, terms, language)
  );
};

const termOf = (terms: Terms, group: string, code: string): string | undefined => {
  const word = terms.word(group, code);
  return word === code ? undefined : word;
};

const channelName = (id: string, terms: Terms, language: Language): string | undefined => {
  const list = terms.data("channels", "list");
  const found = (Array.isArray(list) ? (list as Record<string, string>[]) : []).find(
    (one) => one.id === id,
  );
  return found?.[language];
};

// Below `by_reading` each option of the reading has a value of its own.
const optionName = (
  around: readonly string[],
  key: string,
  terms: Terms,
  language: Language,
): string | undefined => {
  const reading = terms.data(...around, "by_reading");
  if (typeof reading !== "string" || key === "by_reading") return undefined;
  return fill(lawDiffWords(language).by_option, terms.reading(reading, key));
};

const plainName = (key: string, terms: Terms, language: Language): string => {
  const named = fieldName(key, language);
  return named === key ? terms.word("kind", key) : named;
};
