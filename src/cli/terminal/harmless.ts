import { visible } from "../../words/visible.js";

const LONGEST = 300;

/** Text that cannot do anything but be read: one line, no control characters, not too long. */
export function harmless(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return visible(cut.replace(/[\r\n\t]+/g, " "));
}
