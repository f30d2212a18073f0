/** The parts of a decision that the tests of this folder look at. */
export interface Seen {
  readonly status: string;
  readonly grade: { floor: string; ceiling: string; settled: boolean } | null;
  readonly reportable: string | null;
  readonly rules: { id: string } | null;
  readonly criteria: readonly { id: string; grade: string; outcome: string }[];
  readonly duties: readonly SeenDuty[];
}

export interface SeenDuty {
  readonly id: string;
  readonly bearer: string;
  readonly recipients: readonly string[];
  readonly applies: string;
  readonly from: string | null;
  readonly limit_seconds: number | null;
  readonly due: string | null;
  readonly state: string | null;
}

/** The criteria of a decision with an outcome. */
export const withOutcome = ({ criteria }: Seen, outcome: string): string[] =>
  criteria.filter((one) => one.outcome === outcome).map(({ id }) => id);
