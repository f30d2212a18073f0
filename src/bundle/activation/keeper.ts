import { digestOf } from "../digest.js";
import { corrupt } from "./fault.js";
import { codedError, statusError } from "./status.js";
import type { BundleCopy, CopyStore, StatusError } from "./types.js";

/** Keeps copies in a store, if there is one, and knows whether the newest is safe there. */
export interface Keeper {
  /** Whether the newest copy is in the store; null without a store. */
  readonly persisted: boolean | null;
  /** What is wrong with the copy in the store. */
  readonly error: StatusError | null;
  /** Keeps a copy. One that can't be kept is not lost: `retry` tries again. */
  keep(copy: BundleCopy): Promise<void>;
  retry(): Promise<void>;
  /** Makes something of the copy of an earlier run; what keeps it from that is wrong with the copy. */
  restore<T>(make: (copy: BundleCopy) => Promise<T>): Promise<T | null>;
  /** The revision of an earlier run, even where its copy is damaged. */
  floor(): Promise<string | null>;
}

export const createKeeper = (store: CopyStore | undefined, time: () => string): Keeper => {
  let unsaved: BundleCopy | null = null;
  let error: StatusError | null = null;

  const retry = async (): Promise<void> => {
    if (store === undefined || unsaved === null) return;
    try {
      await store.save(unsaved);
      unsaved = null;
      error = null;
    } catch (thrown) {
      // A full disk must not keep newer law from being used; the status says that it is not kept.
      error = statusError(codedError(thrown), time());
    }
  };

  return {
    get persisted() {
      return store === undefined ? null : unsaved === null;
    },
    get error() {
      return error;
    },
    keep: async (copy) => {
      if (store === undefined) return;
      unsaved = copy;
      await retry();
    },
    retry,
    restore: async (make) => {
      try {
        const copy = (await store?.load()) ?? null;
        if (copy === null) return null;
        if ((await digestOf(copy.bytes)) !== copy.digest) throw corrupt("copy_other_bytes");
        return await make(copy);
      } catch (thrown) {
        const coded = codedError(thrown);
        error = statusError(coded, time());
        throw coded;
      }
    },
    floor: async () => (await store?.floor()) ?? null,
  };
};
