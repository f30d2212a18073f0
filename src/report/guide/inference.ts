import type { Line } from "../../generated/types.js";
import { put } from "../text/line.js";
import type { DraftView } from "../view.js";
import type { Occasion } from "./occasion.js";

interface LawReading {
  readonly nature?: string;
  readonly of_the_text?: string;
  readonly citation?: string;
}

/**
 * What in the report is our reading and not the text: the readings that bear on it (those that another
 * option would change, where that was compared), and the standard that gives the type.
 */
export const inferenceLines = (view: DraftView, { kind }: Occasion): Line[] => {
  const { words, terms, decision, law, differing } = view;
  const readings = Object.entries(decision.readings).filter(
    ([id]) => differing === null || differing.has(id),
  );
  return [
    ...readings.map(([id, option]) => {
      const reading = (terms.data("readings", id) ?? {}) as LawReading;
      return put(words[howUsed(reading, option)], {
        ...terms.reading(id, option),
        citation: terms.citation(reading.citation ?? ""),
      });
    }),
    put(words.type_is_inferred, {
      standard: terms.citation(law.types.citation),
      citation: terms.citation(law.types.named_in.citation),
    }),
    ...(kind === "first" && decision.notices.some(({ code }) => code === "first_two_items_suffice")
      ? [put(words.first_two_inferred)]
      : []),
  ];
};

const howUsed = (
  { nature, of_the_text: text }: LawReading,
  option: string,
): "reading_used" | "reading_of_text" | "reading_secondary" => {
  if (nature !== "secondary") return "reading_used";
  return option === text ? "reading_of_text" : "reading_secondary";
};
