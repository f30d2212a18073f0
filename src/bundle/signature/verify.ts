import { compactVerify, decodeProtectedHeader } from "jose";
import {
  type Bundle,
  bundleOf,
  type BundleFiles,
  type BundleLimits,
  unpackBundle,
} from "../read.js";
import { type Key, verificationKey } from "./keys.js";
import { hashOf, notTrusted, SIGNATURES, type SignedFile, type SignedPayload } from "./payload.js";

/** A key that bundles may be signed with, as OPA's configuration has it. */
export interface VerificationKey extends Key {
  /** What the signature must be for; nothing unless stated. */
  readonly scope?: string;
}

/** How bundles are verified; the names are those of OPA's configuration. */
export interface Verification {
  /** By their ids. */
  readonly keys: Readonly<Record<string, VerificationKey>>;
  /** The key that must have signed; else the signature names it. */
  readonly keyid?: string;
  /** The scope that must be signed; else that of the key. */
  readonly scope?: string;
}

/** Who signed a bundle. */
export interface Signer {
  readonly keyid: string;
  readonly algorithm: string;
  readonly scope: string | null;
}

/** A bundle, and who signed it. */
export interface SignedBundle {
  readonly bundle: Bundle;
  readonly signer: Signer;
}

/**
 * Reads a bundle that must be signed; nothing in it is looked into before.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted`, or `usage` for a key of no use.
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
  const files = await unpackBundle(bytes, limits);
  const signer = await verifyFiles(files, verification);
  return { bundle: bundleOf(files), signer };
};

/**
 * Verifies the signature of a bundle's files: made by a known key, for the scope, over exactly these
 * files. What OPA accepts beyond that (deltas, links, stray signatures) is refused.
 */
export const verifyFiles = async (
  files: BundleFiles,
  verification: Verification,
): Promise<Signer> => {
  const token = tokenOf(files);
  const keyid = verification.keyid ?? keyIdOf(token);
  const key = Object.hasOwn(verification.keys, keyid) ? verification.keys[keyid] : undefined;
  if (key === undefined) throw notTrusted(`it is signed with a key ${keyid}, which is not known`);
  const payload = await payloadOf(token, key);
  const scope = verification.scope ?? key.scope ?? "";
  if ((payload.scope ?? "") !== scope) {
    throw notTrusted(
      `its signature is for ${said(payload.scope)}, and ${said(scope)} is asked for`,
    );
  }
  await compare(files, payload.files);
  return { keyid, algorithm: key.algorithm, scope: scope === "" ? null : scope };
};

const said = (scope: string | undefined): string =>
  scope === undefined || scope === "" ? "no scope" : `the scope ${scope}`;

const tokenOf = (files: BundleFiles): string => {
  const stray = [...files.keys()].find(
    (name) => name !== SIGNATURES && name.endsWith("signatures.json"),
  );
  if (stray !== undefined) throw notTrusted(`${stray} is no signature, and looks like one`);
  if (files.has("patch.json")) throw notTrusted("it is a delta bundle, which nobody signs");
  const bytes = files.get(SIGNATURES);
  if (bytes === undefined) throw notTrusted(`it is not signed (no ${SIGNATURES})`);
  const written = parsed(bytes, SIGNATURES) as { signatures?: unknown; plugin?: unknown };
  if (written.plugin !== undefined) throw notTrusted("it is signed for a plugin");
  const { signatures } = written;
  if (!Array.isArray(signatures) || signatures.length !== 1 || typeof signatures[0] !== "string") {
    throw notTrusted(`${SIGNATURES} must hold exactly one signature`);
  }
  return signatures[0];
};

const keyIdOf = (token: string): string => {
  const named = readable(() => decodeProtectedHeader(token).kid) ?? keyIdInPayload(token);
  if (typeof named !== "string" || named === "") throw notTrusted("its signature names no key");
  return named;
};

// OPA's older releases name the key in the payload, which is read for that alone until it is verified.
const keyIdInPayload = (token: string): unknown =>
  readable(() => {
    const [, payload = ""] = token.split(".");
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (unit) =>
      unit.charCodeAt(0),
    );
    return (parsed(bytes, "its signature") as { keyid?: unknown }).keyid;
  });

const readable = <T>(read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    throw notTrusted("its signature is no JWS", cause);
  }
};

const payloadOf = async (token: string, key: VerificationKey): Promise<SignedPayload> => {
  const imported = await verificationKey(key);
  // The algorithm is the key's: what the token says of itself counts for nothing.
  const { payload } = await compactVerify(token, imported, { algorithms: [key.algorithm] }).catch(
    (cause: unknown) => {
      throw notTrusted("its signature does not fit the key", cause);
    },
  );
  const claims = parsed(payload, "its signature") as Partial<SignedPayload>;
  const { files, scope } = claims;
  if (!Array.isArray(files) || !files.every(isSignedFile)) {
    throw notTrusted("its signature lists no files");
  }
  if (scope !== undefined && typeof scope !== "string") throw notTrusted("its scope is no text");
  return { files, ...(scope === undefined ? {} : { scope }) };
};

const isSignedFile = (value: unknown): value is SignedFile => {
  if (typeof value !== "object" || value === null) return false;
  const { name, hash, algorithm } = value as Record<string, unknown>;
  return [name, hash, algorithm].every((one) => typeof one === "string");
};

const compare = async (files: BundleFiles, signed: readonly SignedFile[]): Promise<void> => {
  const expected = new Map<string, SignedFile>();
  for (const file of signed) {
    const name = file.name.replace(/^\/+/, "");
    if (expected.has(name)) throw notTrusted(`its signature names ${name} twice`);
    expected.set(name, file);
  }
  for (const name of expected.keys()) {
    if (!files.has(name)) throw notTrusted(`${name} is signed and missing`);
  }
  for (const [name, bytes] of files) {
    if (name === SIGNATURES) continue;
    const file = expected.get(name);
    if (file === undefined) throw notTrusted(`${name} is not signed`);
    const hash = await hashOf(name, bytes, file.algorithm);
    if (hash !== file.hash.toLowerCase()) throw notTrusted(`${name} is not what was signed`);
  }
};

const parsed = (bytes: Uint8Array, what: string): object => {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
    if (typeof value === "object" && value !== null) return value;
  } catch (cause) {
    throw notTrusted(`${what} is not JSON`, cause);
  }
  throw notTrusted(`${what} is no object`);
};
