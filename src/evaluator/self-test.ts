import { AmrnciError, isAmrnciError } from "../errors.js";
import { isDecision } from "../generated/decision-validator.js";
import type { Decision } from "../generated/types.js";
import type { Evaluator } from "./evaluator.js";

/** What a self-test found: the versions of the law by which requests were answered. */
export interface SelfTested {
  readonly versions: readonly { readonly id: string; readonly valid_from: string }[];
}

/**
 * Asks an evaluator about incidents on the first day of each version: one of which nothing is known, with every
 * comparison of readings; one in which nothing happened; one as bad as can be; and one whose lists have entries of
 * which nothing is known. A bundle is of no use that gives no answer, the answer of another version, one that is no
 * decision of the contract, or a criterion that no number explains: data that no check has seen may hold anything.
 *
 * @throws {AmrnciError} `policy_failed`, or what the policy itself throws
 */
export const selfTest = (evaluator: Evaluator): SelfTested => {
  const { law } = evaluator.data as { law: { versions: SelfTested["versions"] } };
  for (const { id, valid_from } of law.versions) {
    const known = midnight(valid_from);
    for (const [facts, outcome, aware] of INCIDENTS) {
      const times = { occurred_at: known, [aware]: known };
      const request = { incident: { id: "self-test", times, ...facts } };
      const decision = decided(evaluator, request);
      if (decision.rules?.id !== id || decision.duties.length === 0) {
        throw failed(`an incident of ${valid_from} is not answered by version ${id}`);
      }
      if (!isDecision(decision)) {
        const place = isDecision.errors?.[0]?.instancePath ?? "/";
        throw failed(`the answer on an incident of ${valid_from} is no decision at ${place}`);
      }
      const other = outcome && decision.criteria.find((one) => one.outcome !== outcome);
      if (other) {
        throw failed(`${other.id} of ${id} is ${other.outcome} where only ${outcome} is possible`);
      }
    }
    const times = { occurred_at: known, discovered_at: known };
    evaluator.compareReadings({ incident: { id: "self-test", times } });
  }
  return { versions: law.versions.map(({ id, valid_from }) => ({ id, valid_from })) };
};

const decided = (evaluator: Evaluator, request: object): Decision => {
  try {
    return evaluator.evaluate(request);
  } catch (cause) {
    if (!isAmrnciError(cause) || cause.code !== "request_invalid") throw cause;
    const path = cause.issues[0]?.path ?? "/";
    throw failed(`a request that is as it must be is refused at ${path}`);
  }
};

const failed = (why: string): AmrnciError =>
  new AmrnciError("policy_failed", `The self-test failed: ${why}.`);

// As much as a number of the law may be.
const MANY = 1e15;

const TEXT = "a";
const SITE_KINDS = ["government_portal", "enterprise_portal", "key_news_site"];

// Of every kind there is one, whichever kinds and effects a version of the law names.
const WORST = {
  title: TEXT,
  operator: {
    name: TEXT,
    kind: "central_or_state_organ",
    province: "CN-BJ",
    without_china_operations: false,
    sector_rules: true,
  },
  occurred_outside_china: false,
  data_exported_from_china: false,
  state_secrets: false,
  suspected_crime: true,
  ransomware: true,
  mitigation: { reasonable_protection: true, followed_plan: true, reduced_impact: true },
  narrative: { facility: TEXT, cause: TEXT, ransom: { amount: TEXT } },
  summary: { cause: TEXT },
  impact: {
    sites: SITE_KINDS.flatMap((kind) =>
      ["attack", "fault"].map((cause) => ({
        kind,
        level: "central",
        cause,
        unreachable_minutes: MANY,
      })),
    ),
    cii: {
      involved: true,
      whole_interruption_minutes: MANY,
      main_function_interruption_minutes: MANY,
    },
    livelihood: {
      persons: MANY,
      areas: ["provincial", "prefecture"].map((level) => ({ level, population_percent: 100 })),
    },
    data: ["core", "important", "personal_information"].map((category) => ({
      category,
      scale: "massive",
      effects: ["lost", "leaked", "stolen", "tampered", "counterfeited"],
      threat: "especially_serious",
    })),
    personal_information: { persons_leaked: MANY },
    tampering: [...SITE_KINDS, "platform"].map((kind) => ({
      kind,
      level: "central",
      platform_size: "super_large",
      homepage_minutes: MANY,
      other_page_minutes: MANY,
      reposts: MANY,
      views: MANY,
      determined_spread: "extra_large",
    })),
    direct_economic_loss_yuan: MANY,
  },
  judgements: {
    system_loss: { severity: "especially_serious" },
    other: { severity: "especially_serious" },
  },
};

const OPEN = {
  impact: {
    sites: [{ kind: "unknown" }],
    livelihood: { areas: [{ level: "unknown" }] },
    data: [{ category: "unknown", effects: "unknown" }],
    tampering: [{ kind: "unknown" }],
  },
};

/** Incidents, with what every criterion must be on them whatever its numbers are, and how they became known. */
const INCIDENTS: readonly (readonly [
  facts: object,
  outcome: Outcome | null,
  aware: "discovered_at" | "learned_at",
])[] = [
  [{}, "undecided", "discovered_at"],
  [{ unstated: "none" }, "not_met", "discovered_at"],
  [WORST, "met", "discovered_at"],
  [OPEN, null, "learned_at"],
];

type Outcome = Decision["criteria"][number]["outcome"];

const midnight = (date: string): string => `${date}T00:00:00+08:00`;
