import { fill } from "../../../words/index.js";
import type { Duty } from "../../decision.js";
import type { View } from "./view.js";

/** How long the law gives for a duty: hours or days, or its words where it gives no number. */
export function limitText(
  { speech, words, terms }: Pick<View, "speech" | "words" | "terms">,
  duty: Duty,
): string {
  if (duty.limit_seconds !== null) return speech.limit(duty.limit_seconds);
  if (duty.limit_days !== null) return fill(words.limit_days, { n: duty.limit_days });
  return duty.manner === null ? "" : terms.word("manners", duty.manner);
}
