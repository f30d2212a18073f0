/** Condition 1: sites that cannot be reached because of an attack or a fault. */
import { LEVELS, atLeast, type Cause, type Level, type SiteKind } from "../words.js";
import { mask } from "./mask.js";

export interface Site {
  kind: SiteKind;
  level: Level;
  cause: Cause;
  unreachable_minutes: number;
}

/** 24小时以上, 6小时以上, 2小时以上 */
const PARTICULARLY_MAJOR = 24 * 60;
const MAJOR = 6 * 60;
const RELATIVELY_MAJOR = 2 * 60;

export const SITE_MINUTES = [RELATIVELY_MAJOR, MAJOR, PARTICULARLY_MAJOR];

/** 省级以上党政机关门户网站、中央重点新闻网站 */
function highest({ kind, level }: Site): boolean {
  if (kind === "government_portal") return atLeast(LEVELS, level, "provincial");
  return kind === "key_news_site" && level === "central";
}

/** 地市级以上党政机关、企事业单位门户网站，省级以上重点新闻网站 (the same words at 重大 and 较大) */
function listed({ kind, level }: Site, enterpriseLevel: string): boolean {
  switch (kind) {
    case "government_portal":
      return atLeast(LEVELS, level, "prefecture");
    case "enterprise_portal":
      return enterpriseLevel === "any_level" || atLeast(LEVELS, level, "prefecture");
    case "key_news_site":
      return atLeast(LEVELS, level, "provincial");
  }
}

/** 因攻击、故障，导致…不能访问 */
export function condition1(site: Site, enterpriseLevel: string): number {
  if (site.cause !== "attack" && site.cause !== "fault") return 0;
  const minutes = site.unreachable_minutes;
  return mask(
    listed(site, enterpriseLevel) && minutes >= RELATIVELY_MAJOR,
    listed(site, enterpriseLevel) && minutes >= MAJOR,
    highest(site) && minutes >= PARTICULARLY_MAJOR,
  );
}
