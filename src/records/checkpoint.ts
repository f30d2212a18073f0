import {
  CompactSign,
  compactVerify,
  decodeProtectedHeader,
  type ProtectedHeaderParameters,
} from "jose";
import { type Key, signingKey, verificationKey } from "../bundle/signature/keys.js";
import { untrusted } from "./fault.js";
import type { Head } from "./file/head.js";

/** A record that somebody signed: it and all before it were there at that time. */
export interface Checkpoint extends Head {
  /** When it was signed, by the signer's clock. */
  readonly timestamp: string;
}

/** With what a checkpoint is signed. */
export interface CheckpointSigning extends Key {
  /** By what name verifiers know the key. */
  readonly keyid?: string;
}

/** What the token says it is, so that no other signature of the same key passes for one. */
const TYPE = "amrnci-checkpoint";

/**
 * Signs the head of a log as a compact JWS. Who keeps it elsewhere can show later that records were cut
 * off or exchanged.
 *
 * @throws {AmrnciError} `usage` for a key of no use.
 */
export const signCheckpoint = async (
  { log, sequence, digest }: Head,
  { keyid, ...given }: CheckpointSigning,
): Promise<string> => {
  const { key, algorithm } = await signingKey(given);
  const checkpoint: Checkpoint = { log, sequence, digest, timestamp: new Date().toISOString() };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(checkpoint)))
    .setProtectedHeader({ alg: algorithm, typ: TYPE, ...(keyid !== undefined && { kid: keyid }) })
    .sign(key);
};

/**
 * The record that a checkpoint signed.
 *
 * @throws {AmrnciError} `checkpoint_not_trusted`, or `usage` for a key of no use.
 */
export const verifyCheckpoint = async (token: string, given: Key): Promise<Checkpoint> => {
  const { key, algorithm } = await verificationKey(given);
  const { alg = "nothing", typ } = headerOf(token);
  if (typ !== TYPE) throw untrusted("other_kind");
  if (alg !== algorithm) throw untrusted("algorithm_differs", { named: alg, algorithm });
  try {
    const { payload } = await compactVerify(token.trim(), key, { algorithms: [algorithm] });
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (isCheckpoint(claims)) return claims;
  } catch (cause) {
    throw untrusted("signature_wrong", {}, cause);
  }
  throw untrusted("claims_wrong");
};

const headerOf = (token: string): ProtectedHeaderParameters => {
  try {
    return decodeProtectedHeader(token.trim());
  } catch (cause) {
    throw untrusted("not_signed", {}, cause);
  }
};

const isCheckpoint = (value: unknown): value is Checkpoint => {
  if (typeof value !== "object" || value === null) return false;
  const { log, sequence, digest, timestamp } = value as Partial<Record<keyof Checkpoint, unknown>>;
  return (
    [log, digest, timestamp].every((one) => typeof one === "string") &&
    Number.isSafeInteger(sequence)
  );
};
