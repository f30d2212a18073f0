/** Exit codes of the command line (contract, section 7). */
export const EXIT = {
  /** All went well. */
  good: 0,
  /** The answer is bad: an invalid incident, a failed fixture. */
  bad: 1,
  /** Wrong use, or a broken bundle. */
  wrongUse: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
