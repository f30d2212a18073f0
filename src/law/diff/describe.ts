import {
  createSpeech,
  createTerms,
  fill,
  type Language,
  type Terms,
  wordsOf,
} from "../../words/index.js";
import { type DiffWords, fieldName, lawDiffWords } from "../../words/law-diff.js";
import { sayValue } from "../say-value.js";
import { type Change, isMembers } from "./change.js";

/** A change as a reader of the law would say it. */
export interface LegalChange {
  /** The article or the item of the annex: `Annex, major, condition 5`. */
  readonly where: string;
  /** What stands there: `major, personal information leaked: persons`. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** Says a change of the data (`{law, tables}`) in legal terms. */
export const describeChange = (
  change: Change,
  { old, now }: { old: unknown; now: unknown },
  language: Language,
): LegalChange => {
  const words = lawDiffWords(language);
  const [root, version = "", ...inner] = change.path;
  if (root !== "law") return plain(change, words.room_tables, change.path.slice(1), words);
  if (version === "versions") return ofVersion(change, inner, language);
  const data = change.kind === "removed" ? old : now;
  const terms = createTerms(data, version, language);
  const speech = createSpeech(wordsOf(language), terms, language);
  const say = (value: unknown): string =>
    value === undefined ? words.none : sayValue(inner, value, terms, speech);
  return {
    where: where(inner, terms, words),
    what: what(inner, terms, language),
    from: say(change.from),
    to: say(change.to),
  };
};

const ofVersion = (
  change: Change,
  [id = "", key]: readonly string[],
  language: Language,
): LegalChange => {
  const words = lawDiffWords(language);
  if (key !== undefined) {
    return {
      ...plain(change, words.room_versions, [], words),
      what: `${id}: ${fieldName(key, language)}`,
    };
  }
  const entry = change.kind === "added" ? change.to : change.from;
  const from = String(isMembers(entry) ? entry.valid_from : "");
  const said = fill(change.kind === "added" ? words.version_added : words.version_removed, {
    from,
  });
  return {
    where: words.room_versions,
    what: id,
    from: change.kind === "added" ? words.none : said,
    to: change.kind === "added" ? said : words.none,
  };
};

const plain = (
  { from, to }: Change,
  room: string,
  path: readonly string[],
  words: DiffWords,
): LegalChange => ({
  where: room,
  what: path.join(" "),
  from: from === undefined ? words.none : raw(from),
  to: to === undefined ? words.none : raw(to),
});

// The article that the nearest entry above the value cites; an item of the annex is its own.
const where = (path: readonly string[], terms: Terms, words: DiffWords): string => {
  const [room = "", first = "", second = ""] = path;
  if (room === "annex" && second !== "")
    return terms.citation(`annex.${first}.${second.replace("_", ".")}`);
  if (room === "citations" && first !== "") return terms.citation(first);
  for (let length = path.length; length > 0; length--) {
    const cited = terms.data(...path.slice(0, length), "citation");
    if (typeof cited === "string") return terms.citation(cited);
  }
  const key = `room_${room}` as keyof DiffWords;
  return Object.hasOwn(words, key) ? words[key] : words.room_general;
};

const what = (path: readonly string[], terms: Terms, language: Language): string => {
  const [room = "", first = "", ...rest] = path;
  const colon = language === "zh" ? "：" : ": ";
  const last = (keys: readonly string[]): string =>
    keys
      .map((key) => {
        const named = fieldName(key, language);
        return named === key ? terms.word("kind", key) : named;
      })
      .join(" · ");
  if (room === "annex") {
    const [item = "", ...keys] = rest;
    const title = `${terms.word("grades", first)} · ${terms.criterion(`annex.${first}.${item.replace("_", ".")}`)}`;
    return keys.length === 0 ? title : `${title}${colon}${last(keys)}`;
  }
  const title =
    room === "duties"
      ? terms.word("duties", first)
      : room === "readings"
        ? terms.reading(first, "").title
        : "";
  if (title !== "") return rest.length === 0 ? title : `${title}${colon}${last(rest)}`;
  return last([first, ...rest].filter((key) => key !== "")) || last([room]);
};

const raw = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
