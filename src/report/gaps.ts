import type { Gap } from "../generated/types.js";
import { sayFact } from "./facts/say.js";
import { factAt } from "./facts/flatten.js";
import { missingFields } from "./parts/items.js";
import type { DraftView } from "./view.js";

/** What Art. 7 asks for and the incident does not state, in the statute's order. */
export const gapsOfReport = ({ decision }: DraftView): Gap[] =>
  decision.contents.flatMap((content) =>
    missingFields(content).map((path) => ({
      path,
      item: content.item,
      required_now: content.required_in_first_report,
    })),
  );

/** What Art. 8 asks for and the incident does not state. */
export const gapsOfSummary = (view: DraftView): Gap[] =>
  view.law.contents.summary.elements
    .filter(({ field }) => sayFact(view, field, factAt(view.incident, field)).length === 0)
    .map(({ field: path }) => ({ path, required_now: true }));
