import { BUNDLE_LIMITS } from "../limits.js";
import { digestOf } from "../digest.js";
import { badAddress, sourceFailed } from "./fault.js";
import type { BundleSource } from "./types.js";

export interface FileSourceOptions {
  /** The largest file that is read; 16 MiB unless given. */
  readonly maxBytes?: number;
}

/**
 * A bundle in a file (Node), by its path or `file:` URL. A change is noticed at once where the system can
 * watch its folder, else at the next poll. Move new files into place; one that is written where it
 * stands is met half finished, and refused until it is whole.
 *
 * @example
 * ```ts
 * followBundle({ rules, source: fileSource("file:///etc/amrnci/bundle.tar.gz") });
 * ```
 */
export const fileSource = (
  file: string | URL,
  { maxBytes = BUNDLE_LIMITS.packedBytes }: FileSourceOptions = {},
): BundleSource => {
  const node = () => import("../node/file.js");
  const path = pathOf(file);
  let seen: string | null = null;
  return {
    name: path,
    fetch: async ({ etag, signal }) => {
      const { lookAt, readWhole } = await node();
      seen = await lookAt(path);
      const bytes = await readWhole(path, maxBytes).catch((cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw sourceFailed("unreachable", { name: path, why }, cause);
      });
      if (bytes === null) throw sourceFailed("too_large", { name: path, limit: maxBytes });
      signal.throwIfAborted();
      const digest = await digestOf(bytes);
      if (digest === etag) return { outcome: "unchanged", longPolled: false };
      return { outcome: "fetched", bytes, etag: digest, longPolled: false };
    },
    changed: async (signal) => (await node()).changed(path, seen, signal),
  };
};

const pathOf = (file: string | URL): string => {
  const text = String(file);
  if (!text.startsWith("file:")) return text;
  const { hostname, pathname } = new URL(text);
  if (hostname === "") return decodeURIComponent(pathname);
  throw badAddress("address_host", { host: hostname });
};
