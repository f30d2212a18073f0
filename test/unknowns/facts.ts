/** Every fact of an incident that a grade, a route or the scope may turn on, by the contract's section 3. */
import { AFFECTED_PERSONS, AREA_PERCENTS } from "../oracle/annex/livelihood.js";
import { LEAKED_PERSONS, LOSS_YUAN } from "../oracle/annex/amounts.js";
import { MAIN_MINUTES, WHOLE_MINUTES } from "../oracle/annex/cii.js";
import { SITE_MINUTES } from "../oracle/annex/sites.js";
import * as tampering from "../oracle/annex/tampering.js";
import * as words from "../oracle/words.js";

export interface Quantity {
  readonly type: "quantity";
  /** Where numbers get interesting. */
  readonly limits: readonly number[];
  readonly most: number;
}
export interface Choice {
  readonly type: "choice";
  readonly words: readonly string[];
  /** The word that is meant where nothing is stated and that means none; null for a required fact. */
  readonly lowest: string | null;
}
export interface Entries {
  readonly type: "entries";
  readonly members: Readonly<Record<string, Kind>>;
}
export type Kind =
  | Quantity
  | Choice
  | Entries
  | { readonly type: "yes_no" }
  | { readonly type: "words"; readonly words: readonly string[]; readonly required: boolean };

const yesNo: Kind = { type: "yes_no" };
const quantity = (limits: readonly number[], most = 10 ** 15): Kind => ({
  type: "quantity",
  limits,
  most,
});
/** An ordered choice, lowest first; what is left out may mean another word than the first. */
const choice = (from: readonly string[], lowest: string | null = from[0] ?? null): Kind => ({
  type: "choice",
  words: from,
  lowest,
});
const severity = choice(words.SEVERITIES);
const SERVICES = "water electricity gas oil heating transport medical shopping other".split(" ");

const SITE = {
  kind: choice(words.SITE_KINDS, null),
  level: choice(words.LEVELS),
  cause: choice(words.CAUSES, "other"),
  unreachable_minutes: quantity(SITE_MINUTES),
};
const AREA = {
  level: choice(words.AREA_LEVELS),
  population_percent: quantity(AREA_PERCENTS, 100),
};
const DATA = {
  category: choice(words.CATEGORIES, null),
  scale: choice(words.SCALES),
  effects: { type: "words", words: words.EFFECTS, required: true },
  threat: severity,
} as const;
const TARGET = {
  kind: choice(words.TARGET_KINDS, null),
  level: choice(words.LEVELS),
  platform_size: choice(words.PLATFORM_SIZES),
  homepage_minutes: quantity(tampering.HOMEPAGE_MINUTES),
  other_page_minutes: quantity(tampering.OTHER_PAGE_MINUTES),
  reposts: quantity(tampering.REPOSTS),
  views: quantity(tampering.VIEWS),
  determined_spread: choice(words.SPREADS),
};

/** By JSON Pointer into the incident. */
export const FACTS: Readonly<Record<string, Kind>> = {
  "/operator/kind": choice(words.OPERATOR_KINDS, "other"),
  "/operator/without_china_operations": yesNo,
  "/operator/sector_rules": yesNo,
  "/occurred_outside_china": yesNo,
  "/data_exported_from_china": yesNo,
  "/state_secrets": yesNo,
  "/suspected_crime": yesNo,
  "/ransomware": yesNo,
  "/mitigation/reasonable_protection": yesNo,
  "/mitigation/followed_plan": yesNo,
  "/mitigation/reduced_impact": yesNo,
  "/impact/sites": { type: "entries", members: SITE },
  "/impact/cii/involved": yesNo,
  "/impact/cii/whole_interruption_minutes": quantity(WHOLE_MINUTES),
  "/impact/cii/main_function_interruption_minutes": quantity(MAIN_MINUTES),
  "/impact/livelihood/persons": quantity(AFFECTED_PERSONS),
  "/impact/livelihood/areas": { type: "entries", members: AREA },
  "/impact/livelihood/services": { type: "words", words: SERVICES, required: false },
  "/impact/data": { type: "entries", members: DATA },
  "/impact/personal_information/persons_leaked": quantity(LEAKED_PERSONS),
  "/impact/tampering": { type: "entries", members: TARGET },
  "/impact/direct_economic_loss_yuan": quantity(LOSS_YUAN),
  "/judgements/system_loss/severity": severity,
  "/judgements/other/severity": severity,
};

/** A fact that an entry may not leave out. */
export const isRequired = (kind: Kind): boolean =>
  (kind.type === "choice" && kind.lowest === null) || (kind.type === "words" && kind.required);
