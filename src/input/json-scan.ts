import { MAX_DEPTH } from "./document.js";
import { isExact } from "./number.js";

/** What one pass over a text finds without building anything. */
export interface Scan {
  /** Colons outside of texts: in valid JSON, the number of members of all objects. */
  readonly members: number;
  readonly tooDeep: boolean;
  /** A number that a double does not hold exactly. */
  readonly inexact: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Looks through a text that is probably JSON; it never fails, whatever the text is. */
export const scan = (text: string): Scan => {
  const { length } = text;
  let members = 0;
  let depth = 0;
  let inexact = false;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfText(text, at + 1);
    } else if (unit === COLON) {
      members++;
    } else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > MAX_DEPTH) return { members, tooDeep: true, inexact };
    } else if (unit === 0x7d || unit === 0x5d) {
      depth--;
    } else if ((unit >= ZERO && unit <= NINE) || unit === MINUS) {
      const end = endOfNumber(text, at + 1);
      // Up to 15 digits are always exact, with or without a point; an exponent makes them more.
      if (end - at > 3 && !inexact) {
        const literal = text.slice(at, end);
        inexact = (literal.length > 15 || EXPONENT.test(literal)) && !isExact(literal);
      }
      at = end - 1;
    }
  }
  return { members, tooDeep: false, inexact };
};

const EXPONENT = /e/i;

/** Where the closing quote of a text stands whose first character is at `from`. */
export const endOfText = (text: string, from: number): number => {
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slash = quote - 1;
    while (slash >= from && text.charCodeAt(slash) === BACKSLASH) slash--;
    // An odd number of backslashes before it escapes the quote.
    if ((quote - slash) % 2 === 1) return quote;
    at = quote + 1;
  }
};

/** Where a number ends that has begun before `from`. */
export const endOfNumber = (text: string, from: number): number => {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const belongs =
      (unit >= ZERO && unit <= NINE) ||
      unit === 0x2e ||
      unit === MINUS ||
      unit === 0x2b ||
      unit === 0x65 ||
      unit === 0x45;
    if (!belongs) break;
  }
  return at;
};
