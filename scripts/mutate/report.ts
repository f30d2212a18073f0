import { type Explanation, explains } from "./explained.js";
import { NOTICED, type Verdict } from "./mutant.js";

/** What a run found: the lines for people, and what must not be. */
export interface Report {
  readonly lines: readonly string[];
  /** Survivors without an explanation, and explanations without a survivor. */
  readonly faults: readonly string[];
}

/** Sums up verdicts; of a sample it can't be said which explanations are stale. */
export const reportOn = (
  verdicts: readonly Verdict[],
  explanations: readonly Explanation[],
  sample: boolean,
): Report => {
  const survivors = verdicts.filter(({ noticed }) => noticed === null);
  const unexplained = survivors.filter((one) => !explanations.some((why) => explains(why, one)));
  const stale = explanations.filter((why) => !survivors.some((one) => explains(why, one)));
  const noticed = verdicts.length - survivors.length;
  const explained = survivors.length - unexplained.length;
  const score =
    verdicts.length === explained ? 100 : (100 * noticed) / (verdicts.length - explained);
  const by = NOTICED.map(
    (one) => `${verdicts.filter((verdict) => verdict.noticed === one).length} by ${one}`,
  );
  return {
    lines: [
      `noticed: ${by.join(", ")}`,
      // Cut, not rounded: 99.96 is not 100.
      `survived: ${explained} explained, ${unexplained.length} not; score ${Math.floor(10 * score) / 10} %`,
    ],
    faults: [
      ...unexplained.map(({ place, says }) => `${place} nobody notices: ${says}`),
      ...(sample ? [] : stale).map(
        ({ mutant }) => `test/mutation/explained.yaml explains no survivor: ${mutant}`,
      ),
    ],
  };
};
