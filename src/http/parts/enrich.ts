import { isAmrnciError } from "../../errors.js";
import type { Evaluator } from "../../evaluator/index.js";
import type { Decision } from "../../generated/types.js";
import { type RulesSource, rulesOf } from "../rules.js";

/** An incident document with the decision on it. */
export interface Enriched {
  readonly decision: Decision;
  /** The decision in a few words, for headers of HTTP and of messages. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What documents are enriched by. */
export interface EnrichOptions {
  readonly rules: Evaluator | RulesSource;
}

/**
 * Makes a function that decides on documents: requests (`{incident, …}`) or incidents alone.
 *
 * @throws {AmrnciError} from the function: `request_invalid` and the other codes of `evaluate`
 */
export const createEnricher = ({ rules }: EnrichOptions): ((document: unknown) => Enriched) => {
  const source = rulesOf(rules);
  return (document) => {
    const decision = source.current().evaluator.evaluate(requestOf(document));
    return { decision, headers: headersOf(decision) };
  };
};

const requestOf = (document: unknown): unknown =>
  typeof document === "object" && document !== null && !("incident" in document)
    ? { incident: document }
    : document;

/** The headers that carry a decision upstream: grade, whether to report, and the first due time. */
export const headersOf = ({
  status,
  grade,
  reportable,
  duties,
  rules,
}: Decision): Record<string, string> => {
  const due = duties
    .flatMap((duty) =>
      duty.due !== null && duty.state !== "met" && duty.state !== "late" ? [duty] : [],
    )
    .sort((one, other) => ((one.due ?? "") < (other.due ?? "") ? -1 : 1))[0];
  return {
    "amrnci-status": status,
    ...(grade === null
      ? {}
      : { "amrnci-grade": grade.floor, "amrnci-grade-ceiling": grade.ceiling }),
    ...(reportable === null ? {} : { "amrnci-reportable": reportable }),
    ...(due === undefined
      ? {}
      : { "amrnci-first-due": due.due ?? "", "amrnci-first-duty": due.id }),
    ...(rules === null ? {} : { "amrnci-rules": `${rules.id} ${rules.revision}` }),
  };
};

/** The headers for a document that can't be decided on: the code alone, which says nothing of it. */
export const failureHeaders = (error: unknown): Record<string, string> => ({
  "amrnci-status": "error",
  "amrnci-error": isAmrnciError(error) ? error.code : "internal",
});

/** Whether a header is one that a decision travels in. */
export const isOurs = (name: string): boolean => name.toLowerCase().startsWith("amrnci-");
