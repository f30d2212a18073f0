import { Session } from "node:inspector";

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** The first range of a function is all of it; those inside tell where its count differs. */
interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Where code went since it was last asked: the ranges of each function that was called, by its place. */
export type Reached = ReadonlyMap<string, readonly Range[]>;

/** Stretches of functions that nothing had reached before, by the functions' places. */
export type News = ReadonlyMap<string, readonly Stretch[]>;

export interface Coverage {
  take(): Reached;
  /** Whether code was reached that never was before. */
  isNews(reached: Reached): boolean;
  /** The code that never was reached before; it counts as known from now on. */
  add(reached: Reached): News;
  /** Whether all of that was reached again. */
  covers(reached: Reached, news: News): boolean;
}

/** V8's own coverage of the project's sources; doors of another folder have their own code there. */
export const watchCoverage = (folder?: string): Coverage => {
  const session = new Session();
  session.connect();
  const post = (method: string, params?: object): unknown => {
    let answer: unknown;
    session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  };
  const isOurs = (url: string): boolean =>
    folder === undefined ? OURS.test(url) : url.includes(folder);
  post("Profiler.enable");
  // Counts start anew each time that they are taken; without counts V8 tells of a function only once.
  post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

  /** Ways through functions that lead nowhere new. */
  const known = new Set<string>();
  /** By function, the stretches of its source that no input has reached yet. */
  const unreached = new Map<string, readonly Stretch[]>();

  const look = (reached: Reached, keep: boolean): News => {
    const news = new Map<string, readonly Stretch[]>();
    for (const [id, ranges] of reached) {
      const way = id + ranges.map(({ startOffset, count }) => `${startOffset}${count > 0}`).join();
      if (known.has(way)) continue;
      const before = unreached.get(id) ?? wholeOf(ranges);
      const [off, on] = parted(before, ranges);
      if (on.length > 0) news.set(id, on);
      if (keep) unreached.set(id, off);
      if (keep || on.length === 0) known.add(way);
    }
    return news;
  };

  return {
    take() {
      const { result } = post("Profiler.takePreciseCoverage") as { result: ScriptCoverage[] };
      const reached = new Map<string, readonly Range[]>();
      for (const { url, functions } of result.filter((script) => isOurs(script.url))) {
        for (const { ranges } of functions) {
          const [whole] = ranges;
          if (whole === undefined || whole.count === 0) continue;
          reached.set(`${url} ${whole.startOffset} ${whole.endOffset} `, ranges);
        }
      }
      return reached;
    },
    isNews: (reached) => look(reached, false).size > 0,
    add: (reached) => look(reached, true),
    covers: (reached, news) =>
      [...news].every(([id, on]) => parted(on, reached.get(id) ?? [])[0].length === 0),
  };
};

/** For a run that is not guided, to compare with. */
export const NO_COVERAGE: Coverage = {
  take: () => new Map(),
  isNews: () => false,
  add: () => new Map(),
  covers: () => true,
};

// The parsers that read bytes first count as well as our own code.
const OURS = /\/(?:src|node_modules\/(?:yaml|modern-tar|jose))\//;

type Stretch = readonly [start: number, end: number];

const wholeOf = (ranges: readonly Range[]): Stretch[] =>
  ranges.slice(0, 1).map(({ startOffset, endOffset }) => [startOffset, endOffset]);

/** Stretches parted into what ranges say was not reached, and what was; the innermost range tells. */
const parted = (
  stretches: readonly Stretch[],
  ranges: readonly Range[],
): [Stretch[], Stretch[]] => {
  const edges = new Set(ranges.flatMap(({ startOffset, endOffset }) => [startOffset, endOffset]));
  for (const edge of stretches.flat()) edges.add(edge);
  const sorted = [...edges].sort((one, other) => one - other);
  const [off, on]: [Stretch[], Stretch[]] = [[], []];
  for (const [place, end] of sorted.slice(1).entries()) {
    const start = sorted[place] ?? end;
    if (!stretches.some(([from, to]) => from <= start && end <= to)) continue;
    const innermost = ranges.findLast((one) => one.startOffset <= start && end <= one.endOffset);
    ((innermost?.count ?? 0) > 0 ? on : off).push([start, end]);
  }
  return [off, on];
};
