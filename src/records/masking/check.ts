import { explain } from "../../evaluator/validate/explain.js";
import { explainMasking, isMasking } from "../../generated/document-validators.js";
import { INCIDENT_PLACES } from "../../generated/incident-places.js";
import type { Masking } from "../../generated/types.js";
import { unfitMasking } from "../fault.js";

const INCIDENT = "/input/incident";

/**
 * Checks a masking document. A place that no incident has would mask nothing, and one that the
 * decision depends on can't be masked, only erased: both are refused.
 *
 * @throws {AmrnciError} `masking_invalid`
 */
export const checkMasking = (value: unknown): Masking => {
  if (!isMasking(value)) {
    const { issues } = explain(value, explainMasking, isMasking.errors ?? []);
    const why = issues.map(({ message }) => message).join("; ");
    throw unfitMasking("not_masking", { why });
  }
  for (const place of value.mask) {
    if (kindOf(place) !== "text") {
      throw unfitMasking("not_text", { place });
    }
  }
  for (const place of value.erase ?? []) {
    kindOf(place);
    if (place === `${INCIDENT}/id`) throw unfitMasking("required", { place });
  }
  return value;
};

const kindOf = (place: string): string => {
  const kind = INCIDENT_PLACES[place.slice(INCIDENT.length)];
  if (kind === undefined) throw unfitMasking("no_place", { place });
  return kind;
};
