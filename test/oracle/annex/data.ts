/** Condition 4 and circumstance 2: data with a threat to national security and social stability. */
import { SCALES, SEVERITIES, atLeast } from "../words.js";
import type { Category, Effect, Scale, Severity } from "../words.js";
import { mask, two } from "./mask.js";

export interface Data {
  category: Category;
  scale: Scale;
  effects: readonly Effect[];
  threat: Severity;
}

function any(data: Data, ...wanted: readonly Effect[]): boolean {
  return data.effects.some((effect) => wanted.includes(effect));
}

/** 泄露或被窃取、篡改、假冒 (仿冒 at 重大); at 较大 only 泄露或被窃取. */
function condition4(data: Data, coreAtRelativelyMajor: boolean): number {
  const { category, threat } = data;
  const coreOrImportant = category === "core" || category === "important";
  const all = any(data, "leaked", "stolen", "tampered", "counterfeited");
  return mask(
    (category === "important" || (category === "core" && coreAtRelativelyMajor)) &&
      any(data, "leaked", "stolen") &&
      atLeast(SEVERITIES, threat, "relatively_serious"),
    coreOrImportant && all && atLeast(SEVERITIES, threat, "serious"),
    coreOrImportant && all && atLeast(SEVERITIES, threat, "especially_serious"),
  );
}

/** 海量, 大量, 较大量公民个人信息 */
function people(data: Data, floor: Scale): boolean {
  return data.category === "personal_information" && atLeast(SCALES, data.scale, floor);
}

/** 丢失或被窃取、篡改、假冒: a leak is not among them. */
function circumstance2(data: Data, coreAtRelativelyMajor: boolean): number {
  if (!any(data, "lost", "stolen", "tampered", "counterfeited")) return 0;
  const { category, threat } = data;
  const core = category === "core";
  const important = category === "important";
  return mask(
    (important || (core && coreAtRelativelyMajor) || people(data, "relatively_large")) &&
      atLeast(SEVERITIES, threat, "relatively_serious"),
    (important || core || people(data, "large")) && atLeast(SEVERITIES, threat, "serious"),
    (important || core || people(data, "massive")) &&
      atLeast(SEVERITIES, threat, "especially_serious"),
  );
}

export function condition4AndCircumstance2(data: Data, coreAtRelativelyMajor: boolean): number {
  return two(condition4(data, coreAtRelativelyMajor), circumstance2(data, coreAtRelativelyMajor));
}
