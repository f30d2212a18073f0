// The law's data as the hand-written decision reads it: the same file that the policy is given.
import type { Duty, Grade, LiabilityFact, RelatedDuty } from "../../../src/generated/types.js";

type GradeName = Grade["floor"];
export type Upper = Exclude<GradeName, "general">;

/** A value of the law, or one for each option of a reading. */
export type ByReading<T> = T | ({ readonly by_reading: string } & Readonly<Record<string, T>>);

interface DataLimit {
  readonly categories: ByReading<readonly string[]>;
  readonly effects: readonly string[];
  readonly threat: string;
  readonly personal_information_scale?: string;
}

type Classes = Readonly<Record<string, ByReading<string>>>;

export interface Annex {
  readonly circumstance_1: { readonly system_loss: string };
  readonly circumstance_2: DataLimit;
  readonly circumstance_3: { readonly severity: string };
  readonly condition_1: {
    readonly sites: Classes;
    readonly causes: readonly string[];
    readonly unreachable_minutes: number;
  };
  readonly condition_2: {
    readonly whole_interruption_minutes: number;
    readonly main_function_interruption_minutes: number;
  };
  readonly condition_3: {
    readonly area_level: string;
    readonly population_percent: number;
    readonly persons: number;
  };
  readonly condition_4: DataLimit;
  readonly condition_5: { readonly persons: number };
  readonly condition_6: {
    readonly targets: Classes;
    readonly homepage_minutes: number;
    readonly other_page_minutes: number;
    readonly reposts: number;
    readonly views: number;
    readonly determined_spread: string;
  };
  readonly condition_7: { readonly yuan: number };
  readonly condition_8: { readonly severity: string };
}

export interface DutyLaw {
  readonly bearer: Duty["bearer"];
  readonly action: Duty["action"];
  readonly recipients?: Duty["recipients"];
  readonly manner: Duty["manner"];
  readonly limit_minutes?: number;
  readonly limit_days?: number;
  readonly citation: string;
}

export interface ContentLaw {
  readonly item: number;
  readonly first?: boolean;
  readonly fields: readonly string[];
  readonly any_of?: readonly string[];
  readonly ransom?: { readonly fields: readonly string[] };
}

export interface LiabilityLaw {
  readonly id: string;
  readonly citation: string;
  readonly fact?: string;
  readonly timeliness?: "late" | "in_time";
}

interface Reading {
  readonly in_force: string;
  readonly nature: string;
  readonly of_the_text?: string;
}

/** The rules of one version. */
export interface Rules {
  readonly grades: readonly GradeName[];
  readonly reportable_from: GradeName;
  readonly relayed_from: GradeName;
  readonly annex: Readonly<Record<Upper, Annex>>;
  readonly duties: Readonly<Record<string, DutyLaw>>;
  readonly readings: Readonly<Record<string, Reading>>;
  readonly scope: {
    readonly organ_kinds: ByReading<readonly string[]>;
    readonly areas_without_known_body: readonly string[];
  };
  readonly contents: {
    readonly items: readonly ContentLaw[];
    readonly deferrable_while_missing: readonly string[];
  };
  readonly related: { readonly list: readonly RelatedDuty[] };
  readonly liability: Readonly<Record<"aggravating" | "mitigating", readonly LiabilityLaw[]>>;
}

export type LiabilityStatus = LiabilityFact["status"];

export interface Version {
  readonly id: string;
  readonly valid_from: string;
  readonly repealed_from?: string;
}

/** What `law` of the data is: versions, newest first, and the rules of each by its id. */
export interface Law {
  readonly revision: string;
  readonly versions: readonly Version[];
}

export const rulesOf = (law: Law, id: string): Rules => {
  const rules = (law as unknown as Readonly<Record<string, Rules | undefined>>)[id];
  if (rules === undefined) throw new Error(`the law has no rules of version ${id}`);
  return rules;
};
