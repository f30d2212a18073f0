import type { Law } from "./law.js";

/** An incident of which nothing else is to be said: whoever reports it states that the rest did not happen. */
export const clean = (
  { noon }: Law,
  impact: object = {},
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  id: "boundary",
  unstated: "none",
  times: { discovered_at: noon },
  ...(Object.keys(impact).length === 0 ? {} : { impact }),
  ...members,
});

/** One less, the number itself and one more, as far as a quantity reaches. */
export const around = (n: number, most = 1e15): number[] =>
  [n - 1, n, n + 1].filter((value) => value >= 0 && value <= most);

/** The ways in which a quantity may be known only in part, at a number. */
export const partly = (n: number): unknown[] =>
  [
    { at_least: n - 1 },
    { at_least: n },
    { at_most: n - 1 },
    { at_most: n },
    { at_least: n - 1, at_most: n },
    "unknown",
  ].filter((value) => n > 0 || value === "unknown");
