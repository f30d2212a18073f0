import { importJWK, importPKCS8, importSPKI, importX509, type JWK } from "jose";
import { AmrnciError } from "../../errors.js";
import type { SignatureAlgorithm } from "./payload.js";

/** A key as a person or a configuration gives it: PEM, a JWK as JSON, or the secret of HS256. */
export interface Key {
  readonly algorithm: SignatureAlgorithm;
  readonly key: string;
}

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----/;

/** Fewer bits than the hash has would be the weakest part (RFC 7518, 3.2). */
const LEAST_SECRET_BYTES = 32;

type ImportedKey = CryptoKey | Uint8Array;

/**
 * A key for verifying: a public key (SPKI or certificate), or a secret.
 *
 * @throws {AmrnciError} `usage` for a key that does not fit its algorithm.
 */
export const verificationKey = ({ algorithm, key }: Key): Promise<ImportedKey> =>
  imported(algorithm, key, {
    "PUBLIC KEY": () => importSPKI(key, algorithm),
    CERTIFICATE: () => importX509(key, algorithm),
  });

/** A key for signing: a private key (PKCS #8), or a secret. */
export const signingKey = ({ algorithm, key }: Key): Promise<ImportedKey> =>
  imported(algorithm, key, { "PRIVATE KEY": () => importPKCS8(key, algorithm) });

const imported = async (
  algorithm: SignatureAlgorithm,
  key: string,
  kinds: Readonly<Record<string, () => Promise<CryptoKey>>>,
): Promise<ImportedKey> => {
  const [, kind] = PEM.exec(key) ?? [];
  if (algorithm.startsWith("HS")) {
    // Whoever has the public key could sign with it: the oldest trick against JWT.
    if (kind !== undefined) throw unfit(`${algorithm} takes a secret, not a ${kind.toLowerCase()}`);
    const secret = new TextEncoder().encode(key.trim());
    if (secret.byteLength < LEAST_SECRET_BYTES) {
      throw unfit(
        `a secret of fewer than ${LEAST_SECRET_BYTES} bytes is too short for ${algorithm}`,
      );
    }
    return secret;
  }
  const wanted = Object.keys(kinds)
    .map((one) => one.toLowerCase())
    .join(" or ");
  try {
    if (kind === undefined) {
      const jwk = JSON.parse(key) as JWK;
      if (jwk.kty === "oct") throw unfit(`${algorithm} takes a ${wanted}, not a secret`);
      return await importJWK({ ...jwk, alg: algorithm }, algorithm);
    }
    const load = kinds[kind];
    if (load === undefined) {
      throw unfit(
        kind === "RSA PRIVATE KEY" || kind === "EC PRIVATE KEY"
          ? `it is PKCS #1 or SEC 1; convert it by openssl pkcs8 -topk8 -nocrypt`
          : `a ${wanted} is needed, and this is a ${kind.toLowerCase()}`,
      );
    }
    return await load();
  } catch (cause) {
    if (cause instanceof AmrnciError) throw cause;
    throw unfit(`it is no ${wanted} for ${algorithm}`, cause);
  }
};

const unfit = (why: string, cause?: unknown): AmrnciError =>
  new AmrnciError("usage", `The key can't be used: ${why}.`, { cause });
