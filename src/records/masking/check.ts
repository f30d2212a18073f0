import { AmrnciError } from "../../errors.js";
import { explain } from "../../evaluator/validate/explain.js";
import { explainMasking, isMasking } from "../../generated/document-validators.js";
import { INCIDENT_PLACES } from "../../generated/incident-places.js";
import type { Masking } from "../../generated/types.js";

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
    throw invalid(issues.map(({ message }) => message).join("; "));
  }
  for (const place of value.mask) {
    if (kindOf(place) !== "text") {
      throw invalid(
        `${place} holds facts that the decision is made of; name its texts one by one, or erase it`,
      );
    }
  }
  for (const place of value.erase ?? []) {
    kindOf(place);
    if (place === `${INCIDENT}/id`) throw invalid(`${place} is required; mask it`);
  }
  return value;
};

const kindOf = (place: string): string => {
  const kind = INCIDENT_PLACES[place.slice(INCIDENT.length)];
  if (kind === undefined) throw invalid(`no incident has a place ${place}`);
  return kind;
};

const invalid = (why: string): AmrnciError =>
  new AmrnciError("masking_invalid", `The masking is not valid: ${why}.`);
