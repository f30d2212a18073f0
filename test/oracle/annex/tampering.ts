/** Condition 6: tampering that spreads illegal or harmful content. */
import { LEVELS, PLATFORM_SIZES, SPREADS, atLeast } from "../words.js";
import type { Level, PlatformSize, Spread, TargetKind } from "../words.js";
import { mask } from "./mask.js";

export interface Target {
  kind: TargetKind;
  level: Level;
  platform_size: PlatformSize;
}

/** 省级以上党政机关门户网站、中央重点新闻网站、超大型网络平台等 */
function particularlyMajor({ kind, level, platform_size }: Target): boolean {
  switch (kind) {
    case "government_portal":
      return atLeast(LEVELS, level, "provincial");
    case "enterprise_portal":
      return false;
    case "key_news_site":
      return atLeast(LEVELS, level, "central");
    case "platform":
      return platform_size === "super_large";
  }
}

/** 地市级以上党政机关、企事业单位门户网站，省级以上重点新闻网站，大型以上网络平台等 */
function major({ kind, level, platform_size }: Target, enterpriseLevel: string): boolean {
  switch (kind) {
    case "government_portal":
      return atLeast(LEVELS, level, "prefecture");
    case "enterprise_portal":
      return enterpriseLevel === "any_level" || atLeast(LEVELS, level, "prefecture");
    case "key_news_site":
      return atLeast(LEVELS, level, "provincial");
    case "platform":
      return atLeast(PLATFORM_SIZES, platform_size, "large");
  }
}

/** The class of the target; at 较大 党政机关、企事业单位门户网站，重点新闻网站，网络平台等: any. */
export function condition6Target(target: Target, enterpriseLevel: string): number {
  return mask(true, major(target, enterpriseLevel), particularlyMajor(target));
}

/** 在主页上出现并持续30分钟, 2小时, 6小时以上 */
export const HOMEPAGE_MINUTES = [30, 120, 360];
export function condition6Homepage(minutes: number): number {
  return mask(minutes >= 30, minutes >= 120, minutes >= 360);
}

/** 在其他页面出现并持续2小时, 12小时, 24小时以上 */
export const OTHER_PAGE_MINUTES = [120, 720, 1440];
export function condition6OtherPage(minutes: number): number {
  return mask(minutes >= 120, minutes >= 720, minutes >= 1440);
}

/** 通过社交平台转发1000次, 1万次, 10万次以上 */
export const REPOSTS = [1_000, 10_000, 100_000];
export function condition6Reposts(reposts: number): number {
  return mask(reposts >= 1_000, reposts >= 10_000, reposts >= 100_000);
}

/** 浏览或点击次数1万, 10万, 100万以上 */
export const VIEWS = [10_000, 100_000, 1_000_000];
export function condition6Views(views: number): number {
  return mask(views >= 10_000, views >= 100_000, views >= 1_000_000);
}

/** 认定为是“较大范围传播”, “大范围传播”, “特大范围传播”的 */
export function condition6Determined(spread: Spread): number {
  return mask(
    atLeast(SPREADS, spread, "relatively_large"),
    atLeast(SPREADS, spread, "large"),
    atLeast(SPREADS, spread, "extra_large"),
  );
}
