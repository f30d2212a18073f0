/**
 * The word of a list that was most likely meant, or undefined when none is close: at most a third of
 * its letters may differ.
 */
export const nearestWord = (word: string, words: readonly string[]): string | undefined => {
  // A long text is no typing error, and comparing it would cost.
  if (word.length > 60) return undefined;
  const typed = word.toLowerCase().replace(/[\s-]+/g, "_");
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of words) {
    const distance = distanceOf(typed, candidate.toLowerCase());
    if (distance < least && distance <= Math.max(1, Math.floor(candidate.length / 3))) {
      best = candidate;
      least = distance;
    }
  }
  return best;
};

// Levenshtein's distance, row by row.
const distanceOf = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
};
