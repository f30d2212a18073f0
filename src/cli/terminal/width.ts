import { stripVTControlCharacters } from "node:util";

/*
 * How many columns a terminal gives to text (Unicode Standard Annex 11: wide and full-width take
 * two). The string-width package does this too, but takes longer to load than a whole answer takes
 * to make; a test holds the two against each other.
 */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{16ff6}\u{17000}-\u{191d2}\u{1aff0}-\u{1affe}\u{1b000}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f202}\u{1f210}-\u{1f265}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const NONE = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\u{1f3fb}-\u{1f3ff}]/u;
const ASCII = /^[ -~]*$/;
const ESCAPE = "\u001b";
const REGIONAL = /[\u{1f1e6}-\u{1f1ff}]/u;
const EMOJI_STYLE = "\ufe0f";

/** The width of text in terminal columns; styles count nothing. */
export function width(text: string): number {
  const plain = text.includes(ESCAPE) ? stripVTControlCharacters(text) : text;
  if (ASCII.test(plain)) return plain.length;
  let columns = 0;
  let last = 0;
  for (const character of plain) {
    if (character === EMOJI_STYLE && last === 1) columns += 1;
    // Two regional indicators make one flag of two columns.
    last = REGIONAL.test(character) ? 1 : NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    columns += last;
  }
  return columns;
}
