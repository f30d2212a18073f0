/** Time that calls take: medians of rounds after a warm-up, with the spread of the middle half. */
export interface Timing {
  readonly us: number;
  readonly spread: string;
}

const ROUNDS = 25;

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

const timingOf = (samples: readonly number[]): Timing => {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number): string => sayUs(sorted[Math.floor(sorted.length * share)] ?? NaN);
  return { us: median(samples), spread: `${at(0.25)} to ${at(0.75)}` };
};

export const sayUs = (us: number): string => (us < 10 ? us.toFixed(1) : us.toFixed(0));

/**
 * Times several calls in turns, so that whatever else the machine does befalls all of them. Each is
 * given about `roundMs` a round.
 */
export const timeTogether = async (
  calls: Readonly<Record<string, () => unknown>>,
  roundMs = 25,
): Promise<Record<string, Timing>> => {
  const entries = await Promise.all(
    Object.entries(calls).map(async ([name, call]) => {
      const start = performance.now();
      let warm = 0;
      do {
        await call();
        warm += 1;
      } while (performance.now() - start < 300);
      const count = Math.max(1, Math.round((warm / 300) * roundMs));
      return { name, call, count, samples: [] as number[] };
    }),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { call, count, samples } of entries) {
      const waits = call() instanceof Promise;
      const start = performance.now();
      if (waits) for (let n = 0; n < count; n += 1) await call();
      else for (let n = 0; n < count; n += 1) call();
      samples.push(((performance.now() - start) * 1_000) / count);
    }
  }
  return Object.fromEntries(entries.map(({ name, samples }) => [name, timingOf(samples)]));
};

export const ratio = (one: number, other: number): string => {
  const times = one / other;
  return `${times < 10 ? times.toFixed(1) : times.toFixed(0)} ×`;
};
