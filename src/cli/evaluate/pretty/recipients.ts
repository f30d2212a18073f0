import type { Duty } from "../../decision.js";
import type { View } from "./view.js";

/** The recipients of a duty as words; the provincial CAC with its province where that is known. */
export function recipients(
  { terms, speech, subject, language }: Pick<View, "terms" | "speech" | "subject" | "language">,
  duty: Duty,
): string {
  return speech.list(
    duty.recipients.map((party) => {
      const word = terms.word("parties", party);
      if (party !== "provincial_cac" || subject.province === null) return word;
      const province = terms.word("province", subject.province);
      return language === "zh" ? `${word}（${province}）` : `${word} (${province})`;
    }),
  );
}
