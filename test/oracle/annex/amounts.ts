/** Conditions 5 and 7: persons whose information leaked, and direct economic loss. */
import { mask } from "./mask.js";

/** 泄露100万人, 1000万人, 1亿人以上公民个人信息 */
export const LEAKED_PERSONS = [1_000_000, 10_000_000, 100_000_000];
export function condition5(persons: number): number {
  return mask(persons >= 1_000_000, persons >= 10_000_000, persons >= 100_000_000);
}

/** 造成500万元, 2000万元, 1亿元以上的直接经济损失 */
export const LOSS_YUAN = [5_000_000, 20_000_000, 100_000_000];
export function condition7(yuan: number): number {
  return mask(yuan >= 5_000_000, yuan >= 20_000_000, yuan >= 100_000_000);
}
