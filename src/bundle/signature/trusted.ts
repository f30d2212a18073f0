import { untrusted } from "../fault.js";
import type { BundleLimits } from "../limits.js";
import { type Bundle, readBundle } from "../read.js";
import { SIGNATURES } from "./hash.js";
import type { Verification } from "./verify.js";

/** How the signature of a bundle is dealt with; `none` reads a signed bundle without a key too. */
export type Trust = Verification | "none" | undefined;

/**
 * Reads a bundle as OPA does: with a key it must be signed, without one it must not be.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted`, or `usage` for a key of no use.
 */
export const readTrustedBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  trust?: Trust,
  limits?: Partial<BundleLimits>,
): Promise<Bundle> => {
  if (trust !== undefined && trust !== "none") {
    // Loaded when it is needed: most bundles are the embedded one.
    const { readSignedBundle } = await import("./verify.js");
    return (await readSignedBundle(bytes, trust, limits)).bundle;
  }
  const bundle = await readBundle(bytes, limits);
  if (trust === undefined && bundle.files.has(SIGNATURES)) throw untrusted("key_not_given");
  return bundle;
};
