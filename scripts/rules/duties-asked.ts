import type { Evaluator } from "../../src/index.js";

/** A duty as the rules themselves tell it, asked with incidents of which nothing but the grade is known. */
export interface AskedDuty {
  readonly trigger: string;
  readonly recipients: readonly string[];
  /** The grades at which the duty can apply. */
  readonly grades: readonly string[];
  /** Readings of which another option would change the duty. */
  readonly readings: ReadonlySet<string>;
}

// How grave an incident is judged to be, so that it is of each grade in turn.
const SEVERITIES = ["certain", "relatively_serious", "serious", "especially_serious"];

// Nothing of what the annex measures happened.
const NO_IMPACT = {
  sites: [],
  livelihood: { persons: 0, areas: [] },
  data: [],
  personal_information: { persons_leaked: 0 },
  tampering: [],
  direct_economic_loss_yuan: 0,
  cii: { whole_interruption_minutes: 0, main_function_interruption_minutes: 0 },
};

/** Asks the rules of a version, in force at an instant, which duties there are at each grade. */
export const askDuties = (evaluator: Evaluator, at: string): Map<string, AskedDuty> => {
  const duties = new Map<string, AskedDuty>();
  for (const severity of SEVERITIES) {
    const request = {
      incident: {
        id: severity,
        times: {
          discovered_at: at,
          occurred_at: at,
          assessed_at: later(at),
          handling_ended_at: at,
        },
        impact: NO_IMPACT,
        judgements: { system_loss: { severity: "none" }, other: { severity } },
      },
    } as const;
    const decision = evaluator.evaluate(request);
    const { grade } = decision;
    if (grade?.settled !== true) throw new Error(`${severity} settles no grade`);
    const moving = movingReadings(evaluator, request);
    for (const { id, trigger, recipients } of decision.duties) {
      const known = duties.get(id);
      duties.set(id, {
        trigger,
        recipients,
        grades: [...(known?.grades ?? []), grade.floor],
        readings: new Set([...(known?.readings ?? []), ...(moving.get(id) ?? [])]),
      });
    }
  }
  return duties;
};

const later = (at: string): string => at.replace("T00:", "T01:");

/** For each duty of a request the readings that would change it, not only bring it or take it away. */
const movingReadings = (
  evaluator: Evaluator,
  request: Parameters<Evaluator["compareReadings"]>[0],
): Map<string, string[]> => {
  const moving = new Map<string, string[]>();
  for (const { id, changes } of evaluator.compareReadings(request)) {
    for (const { path } of changes) {
      const [list, duty = ""] = path.split("/").slice(1);
      if (list === "duties") moving.set(duty, [...(moving.get(duty) ?? []), id]);
    }
  }
  return moving;
};
