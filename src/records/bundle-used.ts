import type { BundleUsed } from "../generated/types.js";
import { digestOf } from "./chain/seal.js";

/**
 * How records name a bundle: by its revision, and by the digest of its bytes, which is what
 * `sha256sum` says of the file.
 *
 * @example
 * ```ts
 * const bytes = new Uint8Array(await readFile("amrnci.tar.gz"));
 * const bundle = bundleUsed((await readBundle(bytes)).manifest.revision, bytes);
 * ```
 */
export const bundleUsed = (revision: string, bytes: Uint8Array): BundleUsed => ({
  revision,
  digest: digestOf(bytes),
});
