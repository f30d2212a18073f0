// RFC 3339 as the contract has it (section 2). The policy's own reader (amrnci.facts.instants)
// accepts the same texts; a test compares the two.

const SHAPE =
  /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * True for a time with seconds and an offset on a day that exists: `2025-12-22T22:00:00+08:00`.
 * False for `2024-02-30`, `24:00`, `:60`, a missing offset, a space for `T`, the year 0000.
 */
export const isTime = (text: string): boolean => {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  const length = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= length;
};
