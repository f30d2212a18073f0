/**
 * JSON as OPA hashes it: no spaces, the keys of each object in the order of their bytes, numbers as they
 * were written (`JSON.parse` would lose `1.0`), texts as Go's encoder writes them. A key that stands twice
 * has no one meaning and is refused.
 */
export const canonicalJson = (text: string): string => {
  // Syntax is the engine's business; from here on the text is JSON.
  JSON.parse(text);
  const reader = new Reader(text.startsWith("\ufeff") ? text.slice(1) : text);
  return reader.value();
};

const SPACE = /[ \t\n\r]*/y;
const NUMBER_OR_WORD = /[-+.\w]+/y;
const TEXT = /"(?:[^"\\]|\\.)*"/y;

class Reader {
  #at = 0;

  constructor(readonly text: string) {}

  value(): string {
    this.#take(SPACE);
    const first = this.text[this.#at];
    if (first === "{") return this.#object();
    if (first === "[") return this.#list();
    return first === '"' ? encoded(this.#text()) : this.#take(NUMBER_OR_WORD);
  }

  #object(): string {
    const members = new Map<string, string>();
    this.#items("}", () => {
      const key = this.#text();
      if (members.has(key)) throw new SyntaxError(`the key ${JSON.stringify(key)} stands twice`);
      this.#take(SPACE);
      this.#at += 1; // the colon
      members.set(key, this.value());
    });
    const sorted = [...members].sort(([one], [other]) => byBytes(one, other));
    return `{${sorted.map(([key, value]) => `${encoded(key)}:${value}`).join(",")}}`;
  }

  #list(): string {
    const items: string[] = [];
    this.#items("]", () => items.push(this.value()));
    return `[${items.join(",")}]`;
  }

  #items(end: string, read: () => void): void {
    this.#at += 1; // the bracket
    this.#take(SPACE);
    while (this.text[this.#at] !== end) {
      read();
      this.#take(SPACE);
      if (this.text[this.#at] === ",") {
        this.#at += 1;
        this.#take(SPACE);
      }
    }
    this.#at += 1;
  }

  #text(): string {
    return JSON.parse(this.#take(TEXT)) as string;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.text) ?? [];
    this.#at += found.length;
    return found;
  }
}

const encoder = new TextEncoder();

/** The order of UTF-8, which is that of code points and not of UTF-16. */
const byBytes = (one: string, other: string): number => {
  const [a, b] = [encoder.encode(one), encoder.encode(other)];
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

// Beyond what JSON.stringify escapes, Go's encoder escapes the separators that once broke JavaScript.
// Half of a surrogate pair is no character; Go reads U+FFFD in its place.
const encoded = (text: string): string =>
  JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd"))
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
