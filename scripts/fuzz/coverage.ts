import { Session } from "node:inspector";

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly {
      readonly startOffset: number;
      readonly endOffset: number;
      readonly count: number;
    }[];
  }[];
}

/**
 * V8's own coverage of the project's sources: whether a block was reached, since it was last asked, that
 * never was before.
 */
export const watchCoverage = (): (() => boolean) => {
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
  post("Profiler.enable");
  post("Profiler.startPreciseCoverage", {
    callCount: false,
    detailed: true,
    allowTriggeredUpdates: false,
  });
  const reached = new Set<string>();
  return () => {
    const before = reached.size;
    const { result } = post("Profiler.takePreciseCoverage") as { result: ScriptCoverage[] };
    for (const { url, functions } of result) {
      if (!OURS.test(url)) continue;
      for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
        if (count > 0) reached.add(`${url} ${startOffset} ${endOffset}`);
      }
    }
    return reached.size > before;
  };
};

// The parsers that read bytes first count as well as our own code.
const OURS = /\/(?:src|node_modules\/(?:yaml|modern-tar))\//;
