import { CompactSign } from "jose";
import type { BundleLimits } from "../limits.js";
import { unpackBundle } from "../unpack.js";
import { writeBundle } from "../write.js";
import { SIGNATURES, signedFilesOf } from "./hash.js";
import { type Key, signingKey } from "./keys.js";
import { checkSignable } from "./token.js";

/** With what a bundle is signed. */
export interface Signing extends Key {
  /** By what name verifiers know the key. */
  readonly keyid: string;
  /** What the signature is for; nothing in particular unless stated. */
  readonly scope?: string;
}

/**
 * Signs a bundle as `opa sign` does; a signature that it had is replaced. The RS and HS algorithms give the
 * same bytes each time, the others do not.
 *
 * @throws {AmrnciError} `bundle_unreadable`, or `usage` for a key of no use; its `reason` says why.
 * @example
 * ```ts
 * const signed = await signBundle(bytes, { key: pem, algorithm: "ES256", keyid: "release" });
 * ```
 */
export const signBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  { keyid, scope = "", ...given }: Signing,
  limits?: Partial<BundleLimits>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { key, algorithm } = await signingKey(given);
  const { files } = await unpackBundle(bytes, limits);
  checkSignable(files);
  const claims = { files: await signedFilesOf(files), keyid, ...(scope !== "" && { scope }) };
  const encoder = new TextEncoder();
  const token = await new CompactSign(encoder.encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, kid: keyid, typ: "JWT" })
    .sign(key);
  const signatures = encoder.encode(`${JSON.stringify({ signatures: [token] })}\n`);
  return writeBundle(new Map([...files, [SIGNATURES, signatures]]));
};
