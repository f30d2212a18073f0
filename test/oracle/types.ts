/** The shapes the oracle answers with, and the grades of the annex. */

/** 一般, 较大, 重大, 特别重大: lowest first. The place in this list is a grade's rank. */
export const GRADES = ["general", "relatively_major", "major", "particularly_major"] as const;
export type Grade = (typeof GRADES)[number];

export type Outcome = "met" | "not_met" | "undecided";
export type Applies = "yes" | "possible";
export type DutyState = "met" | "late" | "overdue" | "pending" | "unknown" | null;
export type Status = "decided" | "undecided" | "excluded" | "out_of_scope" | "not_in_force";
export type Reportable = "yes" | "no" | "undecided";

export interface OracleGrade {
  floor: Grade;
  ceiling: Grade;
  settled: boolean;
}

export interface OracleCriterion {
  id: string;
  grade: Grade;
  ground: "circumstance" | "condition";
  outcome: Outcome;
}

export interface OracleDuty {
  id: string;
  bearer: string;
  recipients: string[];
  applies: Applies;
  from: string | null;
  limit_seconds: number | null;
  limit_days: number | null;
  due: string | null;
  state: DutyState;
}

export interface OracleContent {
  item: number;
  status: "complete" | "partial" | "missing";
}

export interface OracleQuestion {
  path: string;
  criteria: string[];
}

export interface OracleDecision {
  status: Status;
  /** Id of the version of the rules, null when none covers the date. */
  rules: string | null;
  grade: OracleGrade | null;
  reportable: Reportable | null;
  criteria: OracleCriterion[];
  duties: OracleDuty[];
  readings: Record<string, string>;
  contents: OracleContent[];
  questions: OracleQuestion[];
}

/** A version of the rules; dates are `YYYY-MM-DD` (midnight in Beijing) or RFC 3339. */
export interface OracleVersion {
  id: string;
  valid_from: string;
  repealed_from?: string;
}
