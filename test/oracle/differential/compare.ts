/** The product's decision in the oracle's terms, so that the two can be laid side by side. */
import { isDeepStrictEqual } from "node:util";
import type { Decision } from "../../../src/index.js";
import type { OracleDecision, OracleDuty } from "../index.js";

/** What the oracle speaks of; all of it must agree. */
export const spokenOf = (decision: Decision): OracleDecision => ({
  status: decision.status as OracleDecision["status"],
  rules: decision.rules?.id ?? null,
  grade: decision.grade,
  reportable: decision.reportable,
  criteria: decision.criteria.map(({ id, grade, ground, outcome }) => ({
    id,
    grade,
    ground,
    outcome,
  })),
  duties: decision.duties.map(dutyOf),
  readings: { ...decision.readings },
  contents: decision.contents.map(({ item, status }) => ({ item, status })),
  // The most decisive question comes first; which ones are asked is another matter.
  questions: decision.questions
    .map(({ path, criteria }) => ({ path, criteria: [...criteria] }))
    .sort((one, other) => (one.path < other.path ? -1 : 1)),
});

const dutyOf = (duty: Decision["duties"][number]): OracleDuty => ({
  id: duty.id,
  bearer: duty.bearer,
  recipients: [...duty.recipients],
  applies: duty.applies,
  from: duty.from,
  limit_seconds: duty.limit_seconds,
  limit_days: duty.limit_days,
  due: duty.due,
  state: duty.state,
});

/** The members in which two decisions differ. */
export const differences = (one: object, other: object): string[] => {
  const [mine, theirs] = [one, other] as Record<string, unknown>[];
  const members = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...members].filter((member) => !isDeepStrictEqual(mine?.[member], theirs?.[member]));
};
