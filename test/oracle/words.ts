/** The words of the choices, lowest first wherever they have an order. */

export const LEVELS = ["none", "county", "prefecture", "provincial", "central"] as const;
export type Level = (typeof LEVELS)[number];

/** 无, 一定, 较严重, 严重, 特别严重 */
export const SEVERITIES = [
  "none",
  "certain",
  "relatively_serious",
  "serious",
  "especially_serious",
] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CAUSES = ["attack", "fault", "maintenance", "other"] as const;
export type Cause = (typeof CAUSES)[number];

export const SITE_KINDS = ["government_portal", "enterprise_portal", "key_news_site"] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export const TARGET_KINDS = [...SITE_KINDS, "platform"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export const CATEGORIES = ["core", "important", "personal_information"] as const;
export type Category = (typeof CATEGORIES)[number];

/** 较大量, 大量, 海量 and what is below them. */
export const SCALES = ["smaller", "relatively_large", "large", "massive"] as const;
export type Scale = (typeof SCALES)[number];

export const EFFECTS = ["lost", "leaked", "stolen", "tampered", "counterfeited"] as const;
export type Effect = (typeof EFFECTS)[number];

export const PLATFORM_SIZES = ["other", "large", "super_large"] as const;
export type PlatformSize = (typeof PLATFORM_SIZES)[number];

export const SPREADS = ["none", "relatively_large", "large", "extra_large"] as const;
export type Spread = (typeof SPREADS)[number];

export const AREA_LEVELS = ["prefecture", "provincial"] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export const OPERATOR_KINDS = [
  "other",
  "central_or_state_organ",
  "directly_subordinate_unit",
  "state_owned_enterprise",
] as const;
export type OperatorKind = (typeof OPERATOR_KINDS)[number];

/** 以上: at least, along an ordered list of words. */
export function atLeast<W extends string>(order: readonly W[], word: W, floor: W): boolean {
  return order.indexOf(word) >= order.indexOf(floor);
}
