import type { Decision } from "../generated/types.js";
import type { Evaluator } from "./evaluator.js";

type Notice = Decision["notices"][number];

/**
 * An evaluator whose decisions also carry what the host knows and the policy cannot, such as that its
 * rules are stale: a policy reads no clock. `notices` is asked for each decision.
 */
export const withNotices = (evaluator: Evaluator, notices: () => readonly Notice[]): Evaluator => ({
  data: evaluator.data,
  evaluate: (request) => noticed(evaluator.evaluate(request), notices()),
  evaluateToJson: (request) => {
    const more = notices();
    if (more.length === 0) return evaluator.evaluateToJson(request);
    return JSON.stringify(noticed(evaluator.evaluate(request), more));
  },
  answerToJson: (input) => {
    const text = evaluator.answerToJson(input);
    const more = notices();
    return more.length === 0 ? text : JSON.stringify(noticed(JSON.parse(text) as Decision, more));
  },
  compareReadings: (request) => evaluator.compareReadings(request),
});

const noticed = (decision: Decision, more: readonly Notice[]): Decision => {
  if (more.length === 0) return decision;
  const notices = [...decision.notices, ...more].sort((one, other) =>
    one.code < other.code ? -1 : one.code > other.code ? 1 : 0,
  );
  return { ...decision, notices };
};
