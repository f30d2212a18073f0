import { AmrnciError, type Issue } from "../errors.js";
import type { Decision, InvalidDecision, Request } from "../generated/types.js";
import { type Comparison, compareDecisions } from "./compare.js";
import { type LawData, knownReadings, lawDataOf, rulesData } from "./law-data.js";
import { createPolicy, type PolicySource } from "./policy.js";
import { checkReadings, createIssue, validateRequest } from "./validate/index.js";

/** Answers requests by one bundle. It keeps nothing of a request. */
export interface Evaluator {
  /** The bundle's data: the law, with its terms and citations. */
  readonly data: object;
  /**
   * The decision on a request (`{incident, as_of?, readings?}`).
   *
   * @throws {AmrnciError} `request_invalid` or `reading_unknown` with the places that are wrong;
   * `policy_failed` or `policy_memory` where the policy gives no answer.
   */
  evaluate(request: unknown): Decision;
  /** The same decision as JSON text, for whoever passes it on without reading it. */
  evaluateToJson(request: unknown): string;
  /**
   * The policy's own answer as JSON text, as an OPA server gives it to the same input: what it can't
   * read is a decision `invalid`, and no error. `undefined` is no input at all.
   */
  answerToJson(input: unknown): string;
  /** What would differ under each alternative of each reading. Throws as `evaluate` does. */
  compareReadings(request: unknown): Comparison[];
}

/**
 * Makes an evaluator of a compiled policy and its data.
 *
 * @throws {AmrnciError} `builtin_missing`, `policy_failed` or `bundle_unreadable` where they are of no use.
 */
export const createEvaluatorFrom = async (source: PolicySource): Promise<Evaluator> => {
  const law = lawDataOf(source.data);
  const known = knownReadings(law);
  const policy = await createPolicy({ ...source, data: rulesData(source.data) });

  const checked = (value: unknown): Request => {
    const request = validateRequest(value);
    if (request.readings) checkReadings(request.readings, known);
    return request;
  };
  const decide = (request: Request): Decision => answered(policy.evaluate(request) as Decision);

  return {
    data: source.data,
    evaluate: (value) => decide(checked(value)),
    evaluateToJson: (value) => {
      const request = checked(value);
      const text = policy.evaluateToJson(request);
      // The gate before the policy is the stricter one, so that this is never expected.
      if (text.includes('"status":"invalid"')) decide(request);
      return text;
    },
    answerToJson: (input) => policy.evaluateToJson(input),
    compareReadings: (value) => {
      const request = checked(value);
      return compareAlternatives(request, decide(request), law, decide);
    },
  };
};

const compareAlternatives = (
  request: Request,
  decision: Decision,
  { readings, grades }: LawData,
  decide: (request: Request) => Decision,
): Comparison[] =>
  Object.entries(readings)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, { options, nature, source }]) =>
      Object.keys(options)
        .filter((option) => option !== decision.readings[id as keyof Decision["readings"]])
        .map((option) => {
          const other = decide({ ...request, readings: { ...request.readings, [id]: option } });
          return { id, option, nature, source, ...compareDecisions(decision, other, grades) };
        }),
    );

const answered = (decision: Decision): Decision => {
  if (decision.status !== "invalid") return decision;
  if (!decision.errors.every(isNamed)) {
    throw new AmrnciError(
      "policy_failed",
      "The policy refuses a request and names no place: its data is none that it can read.",
    );
  }
  throw new AmrnciError("request_invalid", "The policy could not read the request.", {
    issues: decision.errors.map(issueOf),
  });
};

// What the policy expects is said in words of its data.
const isNamed = ({ path, expected }: { path: unknown; expected: unknown }): boolean =>
  typeof path === "string" && typeof expected === "string";

const issueOf = ({ path, expected }: InvalidDecision["errors"][number]): Issue =>
  createIssue({ path, code: "wrong_kind", expected });
