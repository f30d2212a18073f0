import type { Colours } from "../../terminal/colour.js";
import type { Language, Speech, Terms, Words } from "../../../words/index.js";
import type { Comparison, Decision } from "../../decision.js";

/** What a reader needs to know of the incident itself. All text is harmless already. */
export interface Subject {
  id: string;
  title: string;
  province: string | null;
}

/** Everything that a section of the answer is made from. */
export interface View {
  decision: Decision;
  comparison: readonly Comparison[];
  subject: Subject;
  asOf: string | null;
  language: Language;
  words: Words;
  terms: Terms;
  speech: Speech;
  colours: Colours;
  width: number;
}
