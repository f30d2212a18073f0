/** Circumstance 1, and circumstance 3 with condition 8: what people judge, not numbers. */
import { SEVERITIES, atLeast, type Severity } from "../words.js";
import { mask, two } from "./mask.js";

function severity(judged: Severity): number {
  return mask(
    atLeast(SEVERITIES, judged, "relatively_serious"),
    atLeast(SEVERITIES, judged, "serious"),
    atLeast(SEVERITIES, judged, "especially_serious"),
  );
}

/** 遭受较大的, 严重的, 特别严重的系统损失 */
export function circumstance1(judged: Severity): number {
  return severity(judged);
}

/** 其他…构成较严重, 严重, 特别严重威胁: the same words as circumstance 3 and as condition 8. */
export function circumstance3AndCondition8(judged: Severity): number {
  return two(severity(judged), severity(judged));
}
