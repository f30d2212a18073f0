/** Condition 2: 关键信息基础设施整体中断运行 … 或主要功能中断运行 … */
import { mask } from "./mask.js";

export interface Cii {
  involved: boolean;
  whole_interruption_minutes: number;
  main_function_interruption_minutes: number;
}

/** 10分钟, 1小时, 6小时 */
export const WHOLE_MINUTES = [10, 60, 360];
/** 30分钟, 3小时, 24小时 */
export const MAIN_MINUTES = [30, 180, 1440];

export function condition2(cii: Cii): number {
  if (!cii.involved) return 0;
  const whole = cii.whole_interruption_minutes;
  const main = cii.main_function_interruption_minutes;
  return mask(whole >= 10 || main >= 30, whole >= 60 || main >= 180, whole >= 360 || main >= 1440);
}
