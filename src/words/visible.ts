/*
 * Text that others wrote may carry escape sequences that move the cursor or recolour the screen, and
 * marks that turn the reading direction round (CVE-2021-42574). They are shown instead of obeyed. The
 * last two are no characters of XML.
 */
const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Text in which every character that could do something is shown as its code: `\u202e`. */
export function visible(text: string): string {
  return text.replace(DANGEROUS, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
