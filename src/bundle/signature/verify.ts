import { compactVerify } from "jose";
import { unfit, untrusted } from "../fault.js";
import type { BundleLimits } from "../limits.js";
import { type Bundle, bundleOf } from "../read.js";
import { type Unpacked, unpackBundle } from "../unpack.js";
import type { SignatureAlgorithm } from "./algorithms.js";
import { hashOf, SIGNATURES, type SignedFile } from "./hash.js";
import { type Key, type ReadyKey, verificationKey } from "./keys.js";
import { type Token, tokenOf } from "./token.js";

/** A key that bundles may be signed with, as OPA's configuration has it under `keys`. */
export interface VerificationKey extends Key {
  /** What a signature must be for; nothing in particular unless stated. */
  readonly scope?: string;
}

/** How bundles are verified; the names are those of OPA's configuration. */
export interface Verification {
  /** By their ids. */
  readonly keys: Readonly<Record<string, VerificationKey>>;
  /** The key that must have signed, by whatever name the signature has for it; else the signature says which. */
  readonly keyid?: string;
  /** The scope that must be signed; else that of the key. */
  readonly scope?: string;
}

/** Who signed a bundle. */
export interface Signer {
  readonly keyid: string;
  readonly algorithm: SignatureAlgorithm;
  readonly scope: string | null;
}

/** A bundle, and who signed it. */
export interface SignedBundle {
  readonly bundle: Bundle;
  readonly signer: Signer;
}

/**
 * Reads a bundle that must be signed; nothing in it is looked into before. What OPA refuses is refused, and
 * what OPA is too lax with: see docs/signatures.md.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted`, or `usage` for a key of no use; its `reason`
 * says why.
 * @example
 * ```ts
 * const { bundle } = await readSignedBundle(bytes, { keys: { release: { algorithm: "RS256", key: pem } } });
 * ```
 */
export const readSignedBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  verification: Verification,
  limits?: Partial<BundleLimits>,
): Promise<SignedBundle> => {
  const unpacked = await unpackBundle(bytes, limits);
  const signer = await verifySignature(unpacked, verification);
  return { bundle: bundleOf(unpacked.files), signer };
};

/** Verifies that a known key signed exactly these files, for the scope that is asked for. */
export const verifySignature = async (
  unpacked: Unpacked,
  verification: Verification,
): Promise<Signer> => {
  const token = tokenOf(unpacked.files);
  const { keyid, key } = keyFor(token, verification);
  const ready = await verificationKey(key);
  await verifyToken(token, keyid, ready);
  // An empty text is no scope, and no id either, as in OPA's configuration.
  const scope = [verification.scope, key.scope].find((one = "") => one !== "") ?? "";
  checkScope(token.scope, scope);
  await compare(unpacked, token.files);
  return { keyid, algorithm: ready.algorithm, scope: scope === "" ? null : scope };
};

const checkScope = (signed: string, wanted: string): void => {
  if (signed === wanted) return;
  if (signed === "") throw untrusted("scope_missing", { wanted });
  if (wanted === "") throw untrusted("scope_not_asked", { signed });
  throw untrusted("scope_differs", { signed, wanted });
};

const keyFor = (
  token: Token,
  { keys, keyid: wanted = "" }: Verification,
): { keyid: string; key: VerificationKey } => {
  const keyid = wanted === "" ? token.keyid : wanted;
  if (keyid === undefined) throw untrusted("key_unnamed");
  const key = Object.hasOwn(keys, keyid) ? keys[keyid] : undefined;
  if (key !== undefined) return { keyid, key };
  throw wanted === "" ? untrusted("key_unknown", { keyid }) : unfit("keyid_unknown", { keyid });
};

/** The algorithm is the key's: what the token says of itself decides nothing, and must agree. */
const verifyToken = async (
  { compact, algorithm: named }: Token,
  keyid: string,
  { key, algorithm }: ReadyKey,
): Promise<void> => {
  if (named !== algorithm) throw untrusted("algorithm_differs", { named, keyid, algorithm });
  try {
    await compactVerify(compact, key, { algorithms: [algorithm] });
  } catch (cause) {
    throw untrusted("signature_wrong", { keyid }, cause);
  }
};

const compare = async (
  { files, signedNames }: Unpacked,
  signed: readonly SignedFile[],
): Promise<void> => {
  const expected = new Map<string, SignedFile>();
  for (const file of signed) {
    if (expected.has(file.name)) throw untrusted("file_signed_twice", { name: file.name });
    expected.set(file.name, file);
  }
  for (const [name, bytes] of files) {
    if (name === SIGNATURES) continue;
    const listed = signedNames.get(name) ?? name;
    const file = expected.get(listed);
    if (file === undefined) throw untrusted("file_added", { name: listed });
    const hash = await hashOf(name, bytes, file.algorithm);
    if (hash !== file.hash.toLowerCase()) throw untrusted("file_changed", { name });
    expected.delete(listed);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw untrusted("file_missing", { name: missing });
};
