import type { Incident, Table } from "../../generated/types.js";
import { flatten } from "../facts/flatten.js";
import { isStated, sayFact } from "../facts/say.js";
import { joined, line } from "../text/line.js";
import type { View } from "../view.js";

/** The facts that the annex grades by, as far as they are stated. */
const IMPACT = /^\/(?:impact|judgements)\//;

/** The stated facts of impact, in figures; null where there are none. */
export const impactTable = (view: View, incident: Incident): Table | null => {
  const rows = [...flatten(incident)]
    .filter(([pointer, value]) => IMPACT.test(pointer) && isStated(value))
    .flatMap(([pointer, value]) => {
      const said = sayFact(view, pointer, value);
      return said.length === 0 ? [] : [[line(view.terms.fact(pointer)), joined(said, " ")]];
    });
  if (rows.length === 0) return null;
  const { impact_fact, impact_value } = view.words;
  return { type: "table", head: [line(impact_fact), line(impact_value)], rows, widths: [3, 2] };
};
