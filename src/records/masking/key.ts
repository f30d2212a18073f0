import { createHmac } from "node:crypto";
import { unfitMasking } from "../fault.js";

/** A key for the digests of masked texts. */
export interface MaskingKey {
  /** Tells one key from another, and nothing else. */
  readonly fingerprint: string;
  digest(text: string): string;
}

/** A key that can be guessed would let names be guessed. */
const LEAST_BYTES = 32;

/**
 * Makes a masking key of a secret of at least 32 bytes.
 *
 * @throws {AmrnciError} `masking_invalid` for one that is shorter.
 */
export const maskingKey = (secret: Uint8Array | string): MaskingKey => {
  const bytes = typeof secret === "string" ? Buffer.from(secret) : secret;
  if (bytes.byteLength < LEAST_BYTES) {
    throw unfitMasking("key_short", { held: bytes.byteLength, least: LEAST_BYTES });
  }
  const hmac = (text: string): string => createHmac("sha256", bytes).update(text).digest("hex");
  return {
    fingerprint: hmac("amrnci decision records").slice(0, 16),
    digest: (text) => `hmac-sha256:${hmac(text)}`,
  };
};
