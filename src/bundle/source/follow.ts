import { AmrnciError, isAmrnciError } from "../../errors.js";
import { notActive } from "../activation/fault.js";
import { reasonOf } from "../activation/order.js";
import type { ActivateOptions, Activation, ActiveBundle, Rules } from "../activation/index.js";
import { type Backoff, backoffSeconds } from "./backoff.js";
import { type Linked, linkedTo } from "./linked.js";
import { pause } from "./pause.js";
import { pollBundle, type Polled, type PollOptions } from "./poll.js";
import type { BundleSource } from "./types.js";

export interface FollowOptions {
  readonly rules: Rules;
  readonly source: BundleSource;
  /** How long to wait after a success, each time a moment between the two; 60 to 120 seconds unless given. */
  readonly polling?: Backoff;
  /** How long to wait after a failure: doubling, with jitter; from 0.5 to 60 seconds unless given. */
  readonly retry?: Backoff;
  /** Takes what the source has at the start even if it is not newer; from then on the order holds again. */
  readonly override?: { readonly reason: string };
}

/** A source that is being followed. */
export interface Following {
  /**
   * The first bundle: the copy of an earlier run, else the source's. Rejects where neither can be used;
   * following goes on all the same, and whoever cannot be without rules meanwhile calls `stop`.
   */
  readonly loaded: Promise<ActiveBundle>;
  /**
   * Asks the source now, whatever it would wait for; an override takes a bundle that is not newer.
   *
   * @throws {AmrnciError} `bundle_source_failed`, and what `Rules.activate` throws
   */
  refresh(options?: Pick<ActivateOptions, "override">): Promise<Activation>;
  /** Ends following. The active bundle goes on answering. */
  stop(): Promise<void>;
}

const POLLING: Backoff = { minDelaySeconds: 60, maxDelaySeconds: 120 };
const RETRY: Backoff = { minDelaySeconds: 0.5, maxDelaySeconds: 60 };

/** A server that waits takes at least this long to say that it has nothing new. */
const LONG_POLL_MS = 1_000;

/**
 * Follows a source: activates what it has, and asks again and again until stopped. A failure keeps the
 * rules that are active, and shows in `rules.status`.
 *
 * @throws {AmrnciError} `usage` for an override without a reason
 * @example
 * ```ts
 * const rules = createRules({ verification, store: bundleFolder("/var/lib/amrnci") });
 * const following = followBundle({ rules, source: httpSource({ url, token }) });
 * await following.loaded; // from here on rules.current() answers
 * // …
 * await following.stop();
 * ```
 */
export const followBundle = (options: FollowOptions): Following => {
  const { rules, source, polling = POLLING, retry = RETRY } = options;
  if (options.override !== undefined) reasonOf(options.override);
  const end = new AbortController();
  let asking: Linked | undefined;
  let { override } = options;
  let turn: Promise<unknown> = Promise.resolve();

  const poll = (how: PollOptions): Promise<Polled> => {
    const polled = turn.then(() => {
      if (end.signal.aborted) throw stopped();
      return pollBundle(rules, source, how);
    });
    turn = polled.catch(() => undefined);
    return polled;
  };

  /** Asks once. Null where `refresh` or `stop` put an end to it. */
  const ask = async (): Promise<Polled | AmrnciError | null> => {
    const mine = (asking = linkedTo(end.signal));
    try {
      const first = override === undefined ? {} : { override };
      const polled = await poll({ mayWait: true, signal: mine.signal, ...first });
      override = undefined;
      return polled;
    } catch (thrown) {
      if (isAmrnciError(thrown)) return end.signal.aborted ? null : thrown;
      if (mine.signal.aborted) return null;
      throw thrown;
    } finally {
      mine.release();
    }
  };

  const follow = async (first: (outcome: Polled | AmrnciError) => void): Promise<void> => {
    let failures = 0;
    while (!end.signal.aborted) {
      const started = Date.now();
      const outcome = await ask();
      if (outcome === null) continue;
      first(outcome);
      failures = isAmrnciError(outcome) || hurries(outcome, started) ? failures + 1 : 0;
      await rest(delayAfter(outcome, failures));
    }
  };

  const delayAfter = (outcome: Polled | AmrnciError, failures: number): number => {
    if (failures > 0) {
      const wanted = isAmrnciError(outcome) ? retryAfterOf(outcome) : 0;
      return Math.max(backoffSeconds(failures, retry), Math.min(wanted, retry.maxDelaySeconds));
    }
    const { minDelaySeconds: least, maxDelaySeconds: most } = polling;
    return "longPolled" in outcome && outcome.longPolled
      ? 0
      : least + (most - least) * Math.random();
  };

  const rest = async (seconds: number): Promise<void> => {
    const over = linkedTo(end.signal);
    const changed = source.changed?.(over.signal);
    await Promise.race([pause(seconds, over.signal), ...(changed ? [changed] : [])]);
    over.abort();
    over.release();
  };

  let ended: Promise<void> = Promise.resolve();
  const load = async (): Promise<ActiveBundle> => {
    const copy = await rules.restore().catch((error: unknown) => error as AmrnciError);
    const first = new Promise<Polled | AmrnciError>((resolve) => {
      end.signal.addEventListener("abort", () => {
        resolve(stopped());
      });
      ended = follow(resolve);
    });
    if (copy !== null && !isAmrnciError(copy)) return copy;
    const outcome = await first;
    if (!isAmrnciError(outcome)) return outcome.active;
    throw copy === null ? outcome : alsoWithoutCopy(outcome, copy);
  };
  const loaded = load();
  // Who does not wait for it reads the status.
  loaded.catch(() => undefined);

  return {
    loaded,
    refresh: async (how = {}) => {
      asking?.abort();
      const { outcome, active } = await poll(how);
      return { outcome, active };
    },
    stop: async () => {
      end.abort();
      await loaded.catch(() => undefined);
      await ended;
    },
  };
};

/** A server that says it waits and does not would be asked without end. */
const hurries = ({ outcome, longPolled }: Polled, started: number): boolean =>
  longPolled && outcome === "unchanged" && Date.now() - started < LONG_POLL_MS;

const retryAfterOf = ({ reason }: AmrnciError): number =>
  Number(reason?.params.retry_after_seconds ?? 0);

const stopped = (): AmrnciError => notActive("following_stopped");

const alsoWithoutCopy = (error: AmrnciError, copy: AmrnciError): AmrnciError =>
  new AmrnciError(error.code, `${error.message} Nor is there a good copy: ${copy.message}`, {
    cause: error,
  });
