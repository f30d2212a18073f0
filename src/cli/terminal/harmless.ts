/*
 * Text that others wrote may carry escape sequences that move the cursor or recolour the screen, and
 * marks that turn the reading direction round (CVE-2021-42574). They are shown instead of obeyed.
 */
const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

const LONGEST = 300;

/** Text that cannot do anything but be read: one line, no control characters, not too long. */
export function harmless(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.replace(/[\r\n\t]+/g, " ").replace(DANGEROUS, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
