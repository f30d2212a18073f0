/** Processor time that calls take: medians of rounds after a warm-up, with the spread of the middle half. */
export interface Timing {
  readonly us: number;
  readonly spread: string;
  /** How many times the first call's time, round by round: whatever befalls the machine befalls both. */
  readonly times: number;
}

const ROUNDS = 25;
const WARM_UP_MS = 1_500;

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

export const sayUs = (us: number): string => (us < 10 ? us.toFixed(1) : us.toFixed(0));

/** A median with the middle half around it. */
export const sayTiming = ({ us, spread }: Timing): string => `${sayUs(us)} (${spread})`;

// Of the whole process, with its threads for garbage and compilation: it counts the work, whatever
// else the machine does meanwhile.
const cpuUs = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

// V8 compiles WASM anew on other threads while it runs, which would be counted against whoever is timed then.
const settle = async (entries: readonly { readonly call: () => unknown }[]): Promise<void> => {
  for (const { call } of entries) {
    const start = cpuUs();
    while (cpuUs() - start < WARM_UP_MS * 1_000) await call();
  }
};

/**
 * Times several calls in turns, so that whatever else the machine does befalls all of them. Each is
 * given about `roundMs` a round.
 */
export const timeTogether = async <Name extends string>(
  calls: Readonly<Record<Name, () => unknown>>,
  roundMs = 40,
): Promise<Record<Name, Timing>> => {
  const entries = Object.entries<() => unknown>(calls).map(([name, call]) => ({
    ...{ name, call, count: 1 },
    samples: [] as number[],
  }));
  await settle(entries);
  for (const entry of entries) {
    const start = cpuUs();
    let made = 0;
    for (; cpuUs() - start < roundMs * 1_000; made += 1) await entry.call();
    entry.count = Math.max(1, made);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { call, count, samples } of entries) {
      const waits = call() instanceof Promise;
      const start = cpuUs();
      if (waits) for (let n = 0; n < count; n += 1) await call();
      else for (let n = 0; n < count; n += 1) call();
      samples.push((cpuUs() - start) / count);
    }
  }
  const first = entries[0]?.samples ?? [];
  const timings = entries.map(({ name, samples }) => [name, timingOf(samples, first)] as const);
  return Object.fromEntries(timings) as Record<Name, Timing>;
};

const timingOf = (samples: readonly number[], first: readonly number[]): Timing => {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number): string => sayUs(sorted[Math.floor(sorted.length * share)] ?? NaN);
  return {
    us: median(samples),
    spread: `${at(0.25)} to ${at(0.75)}`,
    times: median(samples.map((one, round) => one / (first[round] ?? NaN))),
  };
};

export const sayTimes = (times: number): string =>
  Number.isNaN(times) ? "–" : `${times < 10 ? times.toFixed(1) : times.toFixed(0)} ×`;

export const ratio = (one: number, other: number): string => sayTimes(one / other);
