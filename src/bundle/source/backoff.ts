/** How long to wait after failures. */
export interface Backoff {
  readonly minDelaySeconds: number;
  readonly maxDelaySeconds: number;
}

/**
 * The delay after so many failures in a row, in seconds: it doubles up to the maximum, and half of it is
 * left to chance, so that a fleet that lost its server does not come back as one.
 */
export const backoffSeconds = (
  failures: number,
  { minDelaySeconds, maxDelaySeconds }: Backoff,
  random: () => number = Math.random,
): number => {
  const doubled = minDelaySeconds * 2 ** Math.min(failures - 1, 30);
  const whole = Math.min(maxDelaySeconds, doubled);
  return whole / 2 + (whole / 2) * random();
};
