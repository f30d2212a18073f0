import type { Incident, Line } from "../../generated/types.js";
import { isTold, written } from "../text/written.js";
import { put } from "../text/line.js";
import type { View } from "../view.js";
import { findType, type FoundType } from "./types.js";

/** A view of an incident that is there. */
type Stating = View & { readonly incident: Incident };

/** The type that the incident states, as the standard has it; null where it states none or another. */
export const statedType = (view: Stating): FoundType | null => {
  const { type } = view.incident.narrative ?? {};
  return isTold(type) ? findType(view, type) : null;
};

/** The type of the incident by the standard's category and item; as it was stated where it has none. */
export const typeLines = (view: Stating): Line[] => {
  const { words, language, terms, law } = view;
  const { type } = view.incident.narrative ?? {};
  if (!isTold(type)) return [];
  const found = findType(view, type);
  if (found === null) return written(type);
  const { category, item } = found;
  return [
    put(item === null ? words.type_category : words.type_item, {
      category: category[language],
      item: item?.[language] ?? "",
      standard: terms.citation(law.types.citation),
    }),
  ];
};
