import { unreadable } from "../fault.js";
import { DEEPEST } from "../merge.js";

const NUMBER_OR_WORD = /[-+.\w]+/y;

/**
 * JSON as OPA hashes it: no spaces, the keys of each object in the order of their code points, numbers as
 * they were written (`JSON.parse` would lose `1.0`), texts as Go's encoder writes them. A key that stands
 * twice has no one meaning and is refused.
 *
 * @throws {AmrnciError} `bundle_unreadable`, with the name of the document.
 */
export const canonicalJson = (name: string, text: string): string => {
  // Syntax is the engine's business; from here on the text is JSON.
  checkJson(name, text);
  let at = 0;

  const skipSpace = (): void => {
    while (text.charCodeAt(at) <= 0x20) at += 1;
  };
  const string = (): string => {
    const start = at;
    for (at += 1; text[at] !== '"'; at += 1) if (text[at] === "\\") at += 1;
    at += 1;
    return wellFormed(JSON.parse(text.slice(start, at)) as string);
  };
  const numberOrWord = (): string => {
    NUMBER_OR_WORD.lastIndex = at;
    const [found = ""] = NUMBER_OR_WORD.exec(text) ?? [];
    at += found.length;
    return found;
  };
  const items = (end: string, read: () => void): void => {
    at += 1;
    skipSpace();
    while (text[at] !== end) {
      read();
      skipSpace();
      if (text[at] === ",") at += 1;
      skipSpace();
    }
    at += 1;
  };
  const object = (depth: number): string => {
    const members = new Map<string, string>();
    items("}", () => {
      const key = string();
      if (members.has(key)) throw unreadable("key_twice", { name, key });
      skipSpace();
      at += 1; // the colon
      members.set(key, value(depth));
    });
    const sorted = [...members].sort(([one], [other]) => byCodePoint(one, other));
    return `{${sorted.map(([key, written]) => `${encoded(key)}:${written}`).join(",")}}`;
  };
  const list = (depth: number): string => {
    const written: string[] = [];
    items("]", () => written.push(value(depth)));
    return `[${written.join(",")}]`;
  };
  const value = (depth: number): string => {
    skipSpace();
    const first = text[at];
    if (first === '"') return encoded(string());
    if (first !== "{" && first !== "[") return numberOrWord();
    if (depth === 0) throw unreadable("too_deep", { name, limit: DEEPEST });
    return first === "{" ? object(depth - 1) : list(depth - 1);
  };
  return value(DEEPEST);
};

const checkJson = (name: string, text: string): void => {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw unreadable("not_json", { name }, cause);
  }
};

/** Half of a surrogate pair is no character; Go reads U+FFFD in its place. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Go sorts by UTF-8, whose order is that of code points; UTF-16 puts surrogates before U+E000. */
const byCodePoint = (one: string, other: string): number => {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a !== b) return ranked(a) - ranked(b);
  }
  return one.length - other.length;
};

const ranked = (unit: number): number =>
  unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit;

// Beyond what JSON.stringify escapes, Go's encoder escapes the separators that once broke JavaScript.
const encoded = (text: string): string =>
  JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
