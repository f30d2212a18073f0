import type { AmrnciError } from "../../errors.js";
import { digestOf } from "../digest.js";
import { createAttempts } from "./attempts.js";
import { corrupt, notActive } from "./fault.js";
import { handleOf } from "./handle.js";
import { createKeeper } from "./keeper.js";
import { checkOrder } from "./order.js";
import { openBundle, prepare, type Preparation } from "./prepare.js";
import { activeStatus } from "./status.js";
import type { ActiveBundle, BundleCopy, CopyStore, RulesStatus } from "./types.js";

export interface RulesOptions extends Preparation {
  /** Where the last good bundle is kept, so that the next start needs no source. */
  readonly store?: CopyStore;
  /**
   * The first bundle must not be older than this revision, such as the one that the host was released
   * with. Hosts without a store have nothing else to tell an old bundle by when they start.
   */
  readonly oldestRevision?: string;
  /** The host's clock, in milliseconds; `Date.now` unless given. */
  readonly now?: () => number;
}

export interface ActivateOptions {
  /** Takes a bundle that is not newer. The reason is recorded in the status and with the copy. */
  readonly override?: { readonly reason: string };
  /** How the source names these bytes. */
  readonly etag?: string | null;
}

/** What an activation did: the bundle is active now, or was already. */
export interface Activation {
  readonly outcome: "activated" | "unchanged";
  readonly active: ActiveBundle;
}

/** What a source found without receiving a bundle. */
export type SourceReport =
  { readonly outcome: "unchanged" } | { readonly outcome: "failed"; readonly error: AmrnciError };

/** The rules that answer, and how they are replaced. */
export interface Rules {
  /**
   * The bundle that answers now. Take it once for each request and use it to the end: the next
   * activation changes what `current` gives and nothing that was taken before.
   *
   * @throws {AmrnciError} `bundle_not_active` before the first activation
   */
  current(): ActiveBundle;
  /** What is the matter now; plain data, fit for JSON. */
  readonly status: RulesStatus;
  /**
   * Makes the bundle of these bytes the active one: reads and verifies it, checks its manifest and that
   * it is newer, instantiates it, lets it answer a self-test, keeps a copy, and only then swaps. A
   * failure changes nothing but the status. Calls are carried out one after the other.
   *
   * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted`, `bundle_not_newer`,
   * `logic_version_mismatch`, `builtin_missing`, `policy_failed`, `policy_memory`, …
   */
  activate(bytes: Uint8Array<ArrayBuffer>, options?: ActivateOptions): Promise<Activation>;
  /**
   * Activates the copy that an earlier run kept, verified again; null where there is none, or where
   * a bundle is active already.
   *
   * @throws {AmrnciError} `bundle_copy_corrupt`, and what `activate` throws
   */
  restore(): Promise<ActiveBundle | null>;
  /** Tells the status what a source found. For sources; `activate` tells its own outcome. */
  report(report: SourceReport): Promise<void>;
  /** Calls `listener` after each attempt; what it throws is ignored. The result ends that. */
  subscribe(listener: (status: RulesStatus) => void): () => void;
}

/**
 * Makes an empty holder of rules.
 *
 * @example
 * ```ts
 * const rules = createRules({
 *   verification: { keys: { release: { algorithm: "RS256", key: publicKeyPem } } },
 * });
 * await rules.activate(bytes);
 * const { evaluator, revision } = rules.current();
 * const decision = evaluator.evaluate({ incident });
 * console.log(revision, rules.status.stale);
 * ```
 */
export const createRules = (options: RulesOptions): Rules => {
  const { store, now = Date.now } = options;
  const time = (): string => new Date(now()).toISOString();
  const listeners = new Set<(status: RulesStatus) => void>();
  const keeper = createKeeper(store, time);
  const attempts = createAttempts(time, () => {
    for (const listener of listeners) {
      try {
        listener(status());
      } catch {
        // Whoever listens must not keep the rules from changing.
      }
    }
  });
  let active: ActiveBundle | null = null;
  let etag: string | null = null;

  const status = (): RulesStatus => ({
    active: active && activeStatus(active, keeper.persisted),
    stale: active?.stale() ?? false,
    last_attempt: attempts.lastAttempt,
    last_success: attempts.lastSuccess,
    last_error: attempts.lastError,
    copy_error: keeper.error,
    etag,
  });

  const unchanged = async (): Promise<void> => {
    await keeper.retry();
    attempts.succeeded();
  };

  const activate = async (
    bytes: Uint8Array<ArrayBuffer>,
    given: ActivateOptions,
  ): Promise<Activation> => {
    const digest = await digestOf(bytes);
    if (active?.digest === digest) {
      etag = given.etag ?? etag;
      await unchanged();
      return { outcome: "unchanged", active };
    }
    const opened = await openBundle(bytes, options);
    const { revision } = opened.bundle.manifest;
    const before = {
      active: active?.revision ?? null,
      oldest: [await keeper.floor(), options.oldestRevision ?? null],
    };
    const override = checkOrder(revision, before, given.override, time());
    const prepared = await prepare(opened, options, now);
    const copy = { bytes, revision, digest, etag: given.etag ?? null, override };
    // What answers once is kept before: a restart never knows less than what was told.
    await keeper.keep(copy);
    return {
      outcome: "activated",
      active: swap(handleOf(prepared, copy, "received", time()), copy),
    };
  };

  const restore = async (): Promise<ActiveBundle | null> => {
    if (active !== null) return null;
    return keeper.restore(async (copy) => {
      const opened = await openBundle(copy.bytes, options);
      const { revision } = opened.bundle.manifest;
      if (revision !== copy.revision) throw corrupt("copy_other_revision");
      const before = { active: null, oldest: [options.oldestRevision ?? null] };
      checkOrder(revision, before, copy.override ?? undefined, time());
      const prepared = await prepare(opened, options, now);
      return swap(handleOf(prepared, copy, "copy", time()), copy);
    });
  };

  const swap = (next: ActiveBundle, copy: BundleCopy): ActiveBundle => {
    active = next;
    ({ etag } = copy);
    attempts.succeeded();
    return next;
  };

  return {
    current: () => {
      if (active !== null) return active;
      throw notActive("none_active");
    },
    get status() {
      return status();
    },
    activate: (bytes, given = {}) => attempts.run(() => activate(bytes, given)),
    restore: () => attempts.run(restore),
    report: (report) =>
      attempts.run(async () => {
        if (report.outcome === "unchanged") await unchanged();
        else attempts.failed(report.error);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
