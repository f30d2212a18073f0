/** What is measured of a stretch of time. */
export interface Window {
  /** Seconds since the start. */
  readonly at: number;
  readonly mb: number;
  readonly handles: number;
  readonly p99: number;
  readonly max: number;
}

export interface Soaked {
  readonly requests: number;
  /** How many of each kind, in words. */
  readonly kinds: string;
  readonly windows: readonly Window[];
  readonly faults: readonly string[];
}

/** Collects times, and makes a window of them now and then. */
export class Watch {
  readonly windows: Window[] = [];
  readonly #start = performance.now();
  #times: number[] = [];

  constructor(
    readonly everySeconds: number,
    readonly look: () => { mb: number; handles: number },
    readonly made: (window: Window) => void = () => undefined,
  ) {}

  get seconds(): number {
    return (performance.now() - this.#start) / 1_000;
  }

  took(ms: number): void {
    this.#times.push(ms);
    if (this.seconds < (this.windows.length + 1) * this.everySeconds) return;
    const sorted = this.#times.sort((one, other) => one - other);
    const window = {
      at: this.seconds,
      ...this.look(),
      p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      max: sorted.at(-1) ?? 0,
    };
    this.windows.push(window);
    this.made(window);
    this.#times = [];
  }
}

const WARM_UP = 0.25;
const MOST_GROWTH = 1.15;
const SLACK_MB = 12;
const MOST_SLOWER = 2;

// The median: one window in which the machine did something else says nothing of us.
const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

type Measure = "mb" | "handles" | "p99";

const of = (some: readonly Window[], key: Measure): number => middle(some.map((one) => one[key]));

/** The windows after the warm-up, halved. */
const halvesOf = (windows: readonly Window[]): [readonly Window[], readonly Window[]] => {
  const warm = windows.slice(Math.ceil(windows.length * WARM_UP));
  const half = Math.floor(warm.length / 2);
  return [warm.slice(0, half), half === 0 ? [] : warm.slice(-half)];
};

/** How windows went after the warm-up, in a few words. */
export const courseOf = (windows: readonly Window[]): string => {
  const [early, late] = halvesOf(windows);
  const went = (key: Measure, digits: number): string =>
    `${of(early, key).toFixed(digits)} to ${of(late, key).toFixed(digits)}`;
  return `${went("mb", 0)} MB, ${went("handles", 0)} handles, p99 ${went("p99", 2)} ms`;
};

/** What is wrong with windows: memory, handles or times that grow after the warm-up. */
export const verdictOf = (windows: readonly Window[]): string[] => {
  const [early, late] = halvesOf(windows);
  if (early.length === 0) return ["too short to tell"];
  const faults: string[] = [];
  const say = (key: Measure): string =>
    `${key} grows from ${of(early, key).toFixed(1)} to ${of(late, key).toFixed(1)}`;
  if (of(late, "mb") > of(early, "mb") * MOST_GROWTH + SLACK_MB) faults.push(say("mb"));
  if (of(late, "handles") > of(early, "handles") + 0.5) faults.push(say("handles"));
  if (of(late, "p99") > of(early, "p99") * MOST_SLOWER) faults.push(say("p99"));
  return faults;
};
