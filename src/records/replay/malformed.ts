import { explainDecisionRecord } from "../../generated/document-validators.js";

/** Levels of lists and objects; a record of a decision has 12. */
const DEEPEST = 64;

/**
 * What of a record that fits its digest is not as its schema (`record.schema.json`) has it, as a JSON Pointer;
 * null where it follows it. Anyone can seal a record: the digest has no key. The facts and the decision in it are for
 * the bundle that made them, of whatever version.
 */
export const malformedAt = (record: unknown): string | null => {
  if (isDeeper(record, DEEPEST)) return "";
  if (explainDecisionRecord(record)) return null;
  // That a condition's branch failed is said beside what failed in it.
  const places = (explainDecisionRecord.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map(({ instancePath }) => instancePath);
  return places.find((place) => !/^\/(?:input|result)\//.test(place)) ?? null;
};

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1)));
