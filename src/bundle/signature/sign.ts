import { CompactSign } from "jose";
import { unpackBundle } from "../read.js";
import { writeBundle } from "../write.js";
import { type Key, signingKey } from "./keys.js";
import { SIGNATURES, signedFilesOf } from "./payload.js";

/** With what a bundle is signed. */
export interface Signing extends Key {
  /** By what name verifiers know the key. */
  readonly keyid: string;
  /** What the signature is for. */
  readonly scope?: string;
}

/**
 * Signs a bundle as `opa sign` does; a signature that it had is replaced. RS256, PS256 aside, gives the
 * same bytes each time.
 *
 * @throws {AmrnciError} `bundle_unreadable`, or `usage` for a key of no use.
 */
export const signBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  { keyid, scope, ...key }: Signing,
): Promise<Uint8Array<ArrayBuffer>> => {
  const files = await unpackBundle(bytes);
  const payload = {
    files: await signedFilesOf(files),
    keyid,
    ...(scope === undefined ? {} : { scope }),
  };
  const encoder = new TextEncoder();
  const token = await new CompactSign(encoder.encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: key.algorithm, kid: keyid, typ: "JWT" })
    .sign(await signingKey(key));
  const signatures = encoder.encode(`${JSON.stringify({ signatures: [token] })}\n`);
  return writeBundle(new Map<string, Uint8Array>([...files, [SIGNATURES, signatures]]));
};
