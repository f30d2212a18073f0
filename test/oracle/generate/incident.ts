/** Random incidents, without times and reports. */
import { AFFECTED_PERSONS, AREA_PERCENTS } from "../annex/livelihood.js";
import { LEAKED_PERSONS, LOSS_YUAN } from "../annex/amounts.js";
import { MAIN_MINUTES, WHOLE_MINUTES } from "../annex/cii.js";
import { SITE_MINUTES } from "../annex/sites.js";
import { HOMEPAGE_MINUTES, OTHER_PAGE_MINUTES, REPOSTS, VIEWS } from "../annex/tampering.js";
import * as vocabulary from "../words.js";
import type { Dice } from "./dice.js";
import { choice, entry, ladder, list, quantity, text, words, yesNo, type Mood } from "./values.js";

const PROVINCES = ["CN-BJ", "CN-GD", "CN-HA", "CN-HE", "CN-XZ", "CN-XJ", "CN-HK", "unknown"];
const SERVICES = ["water", "electricity", "gas", "oil", "heating", "transport", "medical"];

/** Chances of an unknown and of a bounded fact. */
const LEVELS_OF_DOUBT: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.01, 0.05],
  [0.05, 0.15],
  [0.25, 0.4],
];
const OPEN: readonly (readonly [number, number])[] = [
  [0.1, 0.2],
  [0.25, 0.4],
];

/** Unknown things are rare, common or everywhere: else nothing is ever decided, or all is. */
function moodOf(dice: Dice, none: boolean, open: boolean): Mood {
  const [unknown, bounded] = dice.pick(open ? OPEN : LEVELS_OF_DOUBT);
  const omitted = none
    ? dice.pick(open ? [0.05, 0.2, 0.5] : [0.2, 0.6, 0.9])
    : dice.pick([0, 0.01, 0.03, 0.5]);
  return { dice, omitted, unknown, bounded, reach: dice.between(0, 3) };
}

function site(mood: Mood): unknown {
  return entry({
    kind: choice(mood, vocabulary.SITE_KINDS, true),
    level: choice(mood, vocabulary.LEVELS),
    cause: mood.dice.chance(0.7) ? "attack" : choice(mood, vocabulary.CAUSES),
    unreachable_minutes: quantity(mood, SITE_MINUTES),
  });
}

function area(mood: Mood): unknown {
  return entry({
    level: choice(mood, vocabulary.AREA_LEVELS),
    population_percent: quantity(mood, AREA_PERCENTS, 100),
  });
}

function data(mood: Mood): unknown {
  return entry({
    category: choice(mood, vocabulary.CATEGORIES, true),
    scale: choice(mood, vocabulary.SCALES),
    effects: words(mood, vocabulary.EFFECTS),
    threat: ladder(mood, vocabulary.SEVERITIES),
  });
}

function tampering(mood: Mood): unknown {
  return entry({
    kind: choice(mood, vocabulary.TARGET_KINDS, true),
    level: choice(mood, vocabulary.LEVELS),
    platform_size: choice(mood, vocabulary.PLATFORM_SIZES),
    homepage_minutes: quantity(mood, HOMEPAGE_MINUTES),
    other_page_minutes: quantity(mood, OTHER_PAGE_MINUTES),
    reposts: quantity(mood, REPOSTS),
    views: quantity(mood, VIEWS),
    determined_spread: ladder(mood, vocabulary.SPREADS),
  });
}

/** An object, now and then left out altogether. */
function group(mood: Mood, members: Record<string, unknown>): unknown {
  return mood.dice.chance(mood.omitted) ? undefined : entry(members);
}

function impact(mood: Mood): unknown {
  return group(mood, {
    sites: list(mood, () => site(mood)),
    cii: group(mood, {
      involved: yesNo(mood, 0.5),
      whole_interruption_minutes: quantity(mood, WHOLE_MINUTES),
      main_function_interruption_minutes: quantity(mood, MAIN_MINUTES),
    }),
    livelihood: group(mood, {
      persons: quantity(mood, AFFECTED_PERSONS),
      areas: list(mood, () => area(mood)),
      services: words(mood, SERVICES),
    }),
    data: list(mood, () => data(mood)),
    personal_information: group(mood, { persons_leaked: quantity(mood, LEAKED_PERSONS) }),
    tampering: list(mood, () => tampering(mood)),
    direct_economic_loss_yuan: quantity(mood, LOSS_YUAN),
  });
}

function narrative(mood: Mood): unknown {
  const names = ["facility", "place", "impact", "measures_taken", "measures_effect"];
  names.push("trend", "cause", "attacker", "attack_path", "vulnerabilities", "planned_measures");
  names.push("support_requested", "scene_protection", "other");
  const told = Object.fromEntries(names.map((name) => [name, text(mood)]));
  const ransom = ["amount", "currency", "method", "demanded_at"];
  const demanded = entry(Object.fromEntries(ransom.map((name) => [name, text(mood)])));
  const type = mood.dice.chance(0.8) ? "网络攻击" : undefined;
  return entry({ ...told, type, ransom: mood.dice.chance(0.5) ? demanded : undefined });
}

/** `open`: with something unknown or bounded for certain. */
export function randomIncident(dice: Dice, open = false): Record<string, unknown> {
  const none = open || dice.chance(0.6);
  const mood = moodOf(dice, none, open);
  const judgement = () => group(mood, { severity: ladder(mood, vocabulary.SEVERITIES) });
  // Facts that end a decision early are rarer, or the rest would never be looked at.
  const rarely = (yes: number) => (none && dice.chance(0.8) ? undefined : yesNo(mood, yes));
  return entry({
    id: dice.pick(["r", "事件-1", 'a b"c']),
    title: text(mood),
    unstated: none ? "none" : dice.pick(["unknown", undefined]),
    operator: group(mood, {
      name: text(mood),
      kind: choice(mood, vocabulary.OPERATOR_KINDS),
      province: dice.pick([...PROVINCES, undefined]),
      without_china_operations: rarely(0.05),
      sector_rules: yesNo(mood),
    }),
    occurred_outside_china: rarely(0.25),
    data_exported_from_china: yesNo(mood, 0.5),
    state_secrets: rarely(0.05),
    suspected_crime: yesNo(mood),
    impact: impact(mood),
    judgements: group(mood, { system_loss: judgement(), other: judgement() }),
    narrative: dice.chance(0.4) ? undefined : narrative(mood),
    ransomware: yesNo(mood),
  });
}
