import type { CopyStore } from "./types.js";

export interface BundleFolderOptions {
  /** How many earlier bundles stay beside the active one, such as for replaying decisions; 2 unless given. */
  readonly keep?: number;
}

/**
 * Keeps the last good bundle in a folder of its own (Node). The bytes are kept as they were received and
 * are verified again when they are loaded. Each process has its own folder.
 *
 * @example
 * ```ts
 * const rules = createRules({ verification, store: bundleFolder("/var/lib/amrnci/bundle") });
 * ```
 */
export const bundleFolder = (path: string, { keep = 2 }: BundleFolderOptions = {}): CopyStore => {
  const node = () => import("../node/copy-folder.js");
  return {
    save: async (copy) => (await node()).saveCopy(path, copy, keep),
    load: async () => (await node()).loadCopy(path),
    floor: async () => (await node()).floorOf(path),
  };
};
