// A request as facts that span whatever they may turn out to be.
import type { Request, YesNo } from "../../../src/generated/types.js";

/** The lowest and the highest that a fact may be. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface Fact {
  readonly path: string;
  readonly value: unknown;
}

export type Measured = Fact & Span;

export interface Sureness extends Fact {
  readonly sure: boolean;
  readonly may: boolean;
}

export interface Listed<E> {
  readonly path: string;
  readonly base: string;
  readonly entries: readonly E[];
  readonly open: boolean;
}

const GREATEST = 1e15;

/** Words from the lowest rung up. */
const RUNGS = {
  level: ["none", "county", "prefecture", "provincial", "central"],
  severity: ["none", "certain", "relatively_serious", "serious", "especially_serious"],
  scale: ["smaller", "relatively_large", "large", "massive"],
  platform_size: ["other", "large", "super_large"],
  determined_spread: ["none", "relatively_large", "large", "extra_large"],
  area_level: ["prefecture", "provincial"],
} as const;

export type Ladder = keyof typeof RUNGS;

const ladderOf = (words: readonly string[]) => ({
  rungs: new Map(words.map((word, rung) => [word, rung])),
  exact: new Map([
    ...words.map((word, rung): [string, Span] => [word, { low: rung, high: rung }]),
    ["unknown", { low: 0, high: words.length - 1 }],
  ]),
  atOrAbove: words.map((_, rung) => words.slice(rung)),
});

const LADDERS = Object.fromEntries(
  Object.entries(RUNGS).map(([name, words]) => [name, ladderOf(words)]),
) as Record<Ladder, ReturnType<typeof ladderOf>>;

const ANYTHING: Span = { low: 0, high: GREATEST };

export const rungOf = (ladder: Ladder, word: string): number =>
  LADDERS[ladder].rungs.get(word) ?? 0;
export const spanOf = (ladder: Ladder, word: string): Span =>
  LADDERS[ladder].exact.get(word) ?? ANYTHING;
export const wordsFrom = (ladder: Ladder, rung: number): readonly string[] | undefined =>
  LADDERS[ladder].atOrAbove[rung];

export const choices = {
  site_kind: ["government_portal", "enterprise_portal", "key_news_site"],
  target_kind: ["government_portal", "enterprise_portal", "key_news_site", "platform"],
  cause: ["attack", "fault", "maintenance", "other"],
  category: ["core", "important", "personal_information"],
  operator_kind: [
    "central_or_state_organ",
    "directly_subordinate_unit",
    "state_owned_enterprise",
    "other",
  ],
} as const;

/** What a choice may turn out to be. */
export const maybe = (words: readonly string[], word: string): readonly string[] =>
  word === "unknown" ? words : [word];

const NONE = {
  quantity: 0,
  yes_no: false,
  level: "none",
  area_level: "prefecture",
  severity: "none",
  scale: "smaller",
  platform_size: "other",
  determined_spread: "none",
  cause: "other",
  operator_kind: "other",
} as const;

type Kind = keyof typeof NONE;

/** What a fact that is left out means. */
export type Unstated = Readonly<Record<Kind, unknown>>;

const UNKNOWN = Object.fromEntries(
  Object.keys(NONE).map((kind) => [kind, "unknown"]),
) as unknown as Unstated;

export const unstatedOf = ({ incident }: Request): Unstated =>
  incident.unstated === "none" ? NONE : UNKNOWN;

export const interval = (value: unknown, highest = GREATEST): Span => {
  if (typeof value === "number") return { low: value, high: value };
  const { at_least: low = 0, at_most: high = highest } = (
    typeof value === "object" ? value : {}
  ) as { at_least?: number; at_most?: number };
  return { low, high: Math.min(high, highest) };
};

const measured = (path: string, value: unknown, { low, high }: Span): Measured => ({
  path,
  value,
  low,
  high,
});

/** The facts of a request that are single values, and its lists. */
export const factsOf = ({ incident }: Request) => {
  const unstated = unstatedOf({ incident });
  const { impact, judgements, operator } = incident;
  const quantity = (path: string, stated: unknown): Measured => {
    const value = stated ?? unstated.quantity;
    return measured(path, value, interval(value));
  };
  const severity = (path: string, stated: string | undefined): Measured => {
    const word = stated ?? (unstated.severity as string);
    return measured(path, word, spanOf("severity", word));
  };
  const yesNo = (path: string, stated: YesNo | undefined): Sureness => {
    const value = stated ?? unstated.yes_no;
    return { path, value, sure: value === true, may: value !== false };
  };
  const list = <E>(
    path: string,
    stated: readonly E[] | { readonly at_least: readonly E[] } | "unknown" | undefined,
  ): Listed<E> => {
    if (stated === undefined) {
      return { path, base: path, entries: [], open: unstated.quantity !== 0 };
    }
    if (stated === "unknown") return { path, base: path, entries: [], open: true };
    return "at_least" in stated
      ? { path, base: `${path}/at_least`, entries: stated.at_least, open: true }
      : { path, base: path, entries: stated, open: false };
  };
  return {
    unstated,
    incident,
    sites: list("/impact/sites", impact?.sites),
    data: list("/impact/data", impact?.data),
    tampering: list("/impact/tampering", impact?.tampering),
    areas: list("/impact/livelihood/areas", impact?.livelihood?.areas),
    persons: quantity("/impact/livelihood/persons", impact?.livelihood?.persons),
    leaked: quantity(
      "/impact/personal_information/persons_leaked",
      impact?.personal_information?.persons_leaked,
    ),
    loss: quantity("/impact/direct_economic_loss_yuan", impact?.direct_economic_loss_yuan),
    cii: yesNo("/impact/cii/involved", impact?.cii?.involved),
    whole: quantity(
      "/impact/cii/whole_interruption_minutes",
      impact?.cii?.whole_interruption_minutes,
    ),
    main: quantity(
      "/impact/cii/main_function_interruption_minutes",
      impact?.cii?.main_function_interruption_minutes,
    ),
    systemLoss: severity("/judgements/system_loss/severity", judgements?.system_loss?.severity),
    other: severity("/judgements/other/severity", judgements?.other?.severity),
    kinds: maybe(choices.operator_kind, operator?.kind ?? (unstated.operator_kind as string)),
    withoutChina: yesNo("/operator/without_china_operations", operator?.without_china_operations),
    sectorRules: yesNo("/operator/sector_rules", operator?.sector_rules),
    abroad: yesNo("/occurred_outside_china", incident.occurred_outside_china),
    exported: yesNo("/data_exported_from_china", incident.data_exported_from_china),
    stateSecrets: yesNo("/state_secrets", incident.state_secrets),
    crime: yesNo("/suspected_crime", incident.suspected_crime),
    ransomware: yesNo("/ransomware", incident.ransomware),
    yesNo,
  };
};

export type Facts = ReturnType<typeof factsOf>;
