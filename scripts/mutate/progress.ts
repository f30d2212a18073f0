const EVERY_SECONDS = 30;

/** Tells on stderr, now and then, how far a run has come and how long the rest may take. */
export const createProgress = (what: string, total: number): (() => void) => {
  const started = Date.now();
  let [done, told] = [0, started];
  return () => {
    done++;
    const now = Date.now();
    if (now - told < EVERY_SECONDS * 1000) return;
    told = now;
    const seconds = (now - started) / 1000;
    const left = (seconds / done) * (total - done);
    console.error(
      `${what}: ${done} of ${total} in ${minutes(seconds)}; about ${minutes(left)} left`,
    );
  };
};

const minutes = (seconds: number): string => `${(seconds / 60).toFixed(1)} min`;
