/**
 * How one revision stands to another: newer, older, the same, or without an order.
 *
 * Revisions have an order where their names count: an optional word, then numbers with one `.`, `_`,
 * `-` or `+` between them (`2026.2`, `v1.4.0`, `2026-11-01.3`, `build-17`). Numbers are compared as
 * numbers from left to right, and `2026.2.1` is newer than `2026.2`. The words and the signs between the
 * numbers must be the same in both; else, and for names that do not count (a hash, `2026.2-rc1`), there
 * is no order, and nobody should guess one.
 */
export type RevisionOrder = "newer" | "older" | "same" | "none";

/** How `revision` stands to `other`. */
export const compareRevisions = (revision: string, other: string): RevisionOrder => {
  if (revision === other) return "same";
  const [one, two] = [countOf(revision), countOf(other)];
  if (one === null || two === null || !sameShape(one, two)) return "none";
  const length = Math.max(one.numbers.length, two.numbers.length);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [one.numbers[at], two.numbers[at]];
    if (a === undefined) return "older";
    if (b === undefined || a > b) return "newer";
    if (a < b) return "older";
  }
  return "same";
};

/** Whether revisions of this kind have an order at all. */
export const isOrdered = (revision: string): boolean => countOf(revision) !== null;

interface Count {
  readonly word: string;
  readonly signs: readonly string[];
  readonly numbers: readonly bigint[];
}

const COUNT = /^([A-Za-z]*[._+-]?)(\d+(?:[._+-]\d+)*)$/;

const countOf = (revision: string): Count | null => {
  const [, word, rest] = COUNT.exec(revision) ?? [];
  if (word === undefined || rest === undefined) return null;
  return {
    word,
    signs: rest.split(/\d+/).slice(1, -1),
    numbers: rest.split(/[._+-]/).map(BigInt),
  };
};

const sameShape = (one: Count, two: Count): boolean => {
  const [short, long] = one.signs.length < two.signs.length ? [one, two] : [two, one];
  return one.word === two.word && long.signs.every((sign, at) => sign === (short.signs[at] ?? "."));
};
