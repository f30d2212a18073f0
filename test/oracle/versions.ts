/** Which version of the rules covers the date (Art. 14: 自2025年11月1日起施行). */
import { parseTime } from "./rfc3339.js";
import type { OracleVersion } from "./types.js";

export const VERSIONS: readonly OracleVersion[] = [{ id: "2025-11-01", valid_from: "2025-11-01" }];

/** A date alone means its midnight in Beijing. */
function startOf(date: string): number {
  const time = parseTime(date.length === 10 ? `${date}T00:00:00+08:00` : date);
  if (time === null) throw new RangeError(`Not a date of a version: ${date}`);
  return time;
}

/** The newest version that covers the instant; without an instant simply the newest. */
export function versionAt(
  instant: number | null,
  newestFirst: readonly OracleVersion[],
): OracleVersion | null {
  if (instant === null) return newestFirst[0] ?? null;
  const covering = newestFirst.find(
    ({ valid_from, repealed_from }) =>
      startOf(valid_from) <= instant &&
      (repealed_from === undefined || instant < startOf(repealed_from)),
  );
  return covering ?? null;
}
