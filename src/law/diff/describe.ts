import {
  createSpeech,
  createTerms,
  fill,
  type Language,
  type Terms,
  wordsOf,
} from "../../words/index.js";
import { type DiffWords, lawDiffWords } from "../../words/law-diff.js";
import { type Change, isMembers, memberAt } from "./change.js";
import { namesOf } from "./name.js";
import { sayAny } from "./say-any.js";

/** A change as a reader of the law would say it. */
export interface LegalChange {
  /** The article or the item of the annex, and the version where there are several. */
  readonly where: string;
  /** What stands there: `major · personal information leaked · persons`. */
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
  const before = createTerms(old, version, language);
  if (inner.length === 0) return plain(change, words.room_general, [version], words);
  const say = (value: unknown, by: Terms): string =>
    value === undefined
      ? words.none
      : sayAny(inner, value, by, createSpeech(wordsOf(language), by, language), language);
  const article = where(inner, data, version, terms, words);
  const several = versionsIn(old) > 1 || versionsIn(now) > 1;
  return {
    where: several ? fill(words.in_version, { where: article, version }) : article,
    what: saidOnce(namesOf(inner, terms, language)).join(" · ") || article,
    from: say(change.from, before),
    to: say(change.to, terms),
  };
};

// A number is called by its fact and by its own name, which often are the same.
const saidOnce = (names: readonly string[]): string[] =>
  names.filter((name, at) => name !== names[at - 1]);

const versionsIn = (data: unknown): number => {
  const versions = memberAt(data, ["law", "versions"]);
  return Array.isArray(versions) ? versions.length : 0;
};

const ofVersion = (
  change: Change,
  [id = "", key]: readonly string[],
  language: Language,
): LegalChange => {
  const words = lawDiffWords(language);
  if (key !== undefined) {
    const what = [id, ...namesOf(["versions", key], null, language)].join(" · ");
    return { ...plain(change, words.room_versions, [], words), what };
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
  what: path.join(" · "),
  from: from === undefined ? words.none : raw(from),
  to: to === undefined ? words.none : raw(to),
});

// The article that the nearest entry around the value cites; an item of the annex is its own.
const where = (
  path: readonly string[],
  data: unknown,
  version: string,
  terms: Terms,
  words: DiffWords,
): string => {
  const [room = "", grade = "", item = ""] = path;
  if (room === "annex" && item !== "") {
    return terms.citation(`annex.${grade}.${item.replace("_", ".")}`);
  }
  for (let length = path.length; length > 0; length--) {
    const around = ["law", version, ...path.slice(0, length)];
    const cited = memberAt(data, [...around, "citation"]);
    if (typeof cited === "string") return terms.citation(cited);
  }
  const key = `room_${room}` as keyof DiffWords;
  return Object.hasOwn(words, key) ? words[key] : words.room_general;
};

const raw = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
