/**
 * Which grades a set of fully known facts meets: one bit per grade, 较大 1, 重大 2, 特别重大 4.
 * Facts that two criteria of each grade read carry the second criterion three bits higher.
 */

export function mask(relativelyMajor: boolean, major: boolean, particularlyMajor: boolean): number {
  return (relativelyMajor ? 1 : 0) | (major ? 2 : 0) | (particularlyMajor ? 4 : 0);
}

export function two(first: number, second: number): number {
  return first | (second << 3);
}

/** Rank of the highest grade in a mask, 0 for 一般. */
export function rankOf(bits: number): number {
  const either = (bits | (bits >> 3)) & 7;
  return either >= 4 ? 3 : either >= 2 ? 2 : either;
}
