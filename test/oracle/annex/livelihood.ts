/** Condition 3: how many people's work and life are affected. */
import { type AreaLevel } from "../words.js";
import { mask } from "./mask.js";

export interface Area {
  level: AreaLevel;
  population_percent: number;
}

/** 10万人, 100万人, 1000万人 */
export const AFFECTED_PERSONS = [100_000, 1_000_000, 10_000_000];
/** 30%, 50% */
export const AREA_PERCENTS = [30, 50];

export function condition3Persons(persons: number): number {
  return mask(persons >= 100_000, persons >= 1_000_000, persons >= 10_000_000);
}

/**
 * 一个或多个省级行政区50%以上, 地市级行政区50%以上, 地市级行政区30%以上.
 * In a province with that share some prefecture has at least the same share.
 */
export function condition3Area({ level, population_percent: percent }: Area): number {
  return mask(percent >= 30, percent >= 50, level === "provincial" && percent >= 50);
}
