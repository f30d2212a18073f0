import { base64url, importJWK, importPKCS8, importSPKI, importX509, type JWK } from "jose";
import { AmrnciError } from "../../errors.js";
import { unfit } from "../fault.js";
import { isObject } from "../merge.js";
import { algorithmOf, type SignatureAlgorithm, takesSecret } from "./algorithms.js";

/** A key as a person or a configuration gives it. */
export interface Key {
  /** PEM, or a JWK as JSON; for the HS algorithms the secret itself, every byte of it. */
  readonly key: string | Uint8Array;
  /** RS256 unless stated. */
  readonly algorithm?: SignatureAlgorithm;
}

/** A key that is ready for use. */
export interface ReadyKey {
  readonly key: CryptoKey | Uint8Array;
  readonly algorithm: SignatureAlgorithm;
}

/** Which kinds of key are taken, by what stands in their first line. */
interface Kinds {
  readonly wanted: string;
  readonly pem: Readonly<Record<string, (pem: string, algorithm: string) => Promise<CryptoKey>>>;
  readonly jwk: "public" | "private";
}

const PUBLIC: Kinds = {
  wanted: "a public key",
  pem: { "PUBLIC KEY": importSPKI, CERTIFICATE: importX509 },
  jwk: "public",
};
const PRIVATE: Kinds = {
  wanted: "a private key (PKCS #8)",
  pem: { "PRIVATE KEY": importPKCS8 },
  jwk: "private",
};

/**
 * A key for verifying: a public key (SPKI, a certificate, a JWK), or a secret.
 *
 * @throws {AmrnciError} `usage` for a key that does not fit its algorithm; its `reason` says why.
 */
export const verificationKey = (key: Key): Promise<ReadyKey> => ready(key, PUBLIC);

/** A key for signing: a private key (PKCS #8, a JWK), or a secret. */
export const signingKey = (key: Key): Promise<ReadyKey> => ready(key, PRIVATE);

const ready = async ({ key, algorithm: named }: Key, kinds: Kinds): Promise<ReadyKey> => {
  const algorithm = algorithmOf(named);
  if (takesSecret(algorithm)) return { algorithm, key: secretOf(key, algorithm) };
  return { algorithm, key: await imported(textOf(key), algorithm, kinds) };
};

const imported = async (
  text: string,
  algorithm: SignatureAlgorithm,
  { wanted, pem, jwk: half }: Kinds,
): Promise<CryptoKey> => {
  try {
    const found = pemOf(text);
    if (found === undefined) return await fromJwk(text, algorithm, wanted, half);
    const load = pem[found.kind];
    if (load !== undefined) return await load(found.block, algorithm);
    throw refusalOf(found.kind, wanted);
  } catch (cause) {
    if (cause instanceof AmrnciError) throw cause;
    throw unfit("key_unreadable", { wanted, algorithm }, cause);
  }
};

const PEM = /-----BEGIN (?!EC PARAMETERS)([A-Z0-9 ]+)-----[^-]*-----END \1-----/;

/** The first key of a file, whatever openssl wrote above it. */
const pemOf = (text: string): { kind: string; block: string } | undefined => {
  const [block, kind] = PEM.exec(text) ?? [];
  return block === undefined || kind === undefined ? undefined : { kind, block };
};

const refusalOf = (kind: string, wanted: string): AmrnciError => {
  if (kind === "ENCRYPTED PRIVATE KEY") return unfit("key_encrypted");
  if (kind === "RSA PUBLIC KEY") return unfit("key_old_public");
  if (kind === "RSA PRIVATE KEY" || kind === "EC PRIVATE KEY") return unfit("key_old", { kind });
  return unfit("key_kind", { wanted, kind });
};

const fromJwk = async (
  text: string,
  algorithm: SignatureAlgorithm,
  wanted: string,
  half: "public" | "private",
): Promise<CryptoKey> => {
  const jwk = JSON.parse(text) as JWK;
  const held = jwk.kty === "oct" ? "secret" : jwk.d === undefined ? "public" : "private";
  if (held !== half) throw unfit("key_kind", { wanted, kind: `a JWK, ${held}` });
  if (jwk.alg !== undefined && jwk.alg !== algorithm) {
    throw unfit("key_kind", { wanted, kind: `a JWK for ${jwk.alg}` });
  }
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw unfit("key_kind", { wanted, kind: "a secret" });
  return key;
};

/** Fewer bits than the hash has would be the weakest part (RFC 7518, 3.2). */
const leastBytes = (algorithm: SignatureAlgorithm): number => Number(algorithm.slice(2)) / 8;

const secretOf = (key: string | Uint8Array, algorithm: SignatureAlgorithm): Uint8Array => {
  const text = textOf(key);
  const jwk = jwkOf(text);
  const kind = pemOf(text)?.kind ?? (jwk && jwk.kty !== "oct" ? "a JWK that is a key" : undefined);
  // Whoever has the public key could sign with it: the oldest trick against JWT.
  if (kind !== undefined) throw unfit("secret_is_key", { algorithm, kind });
  const secret = jwk ? base64url.decode(jwk.k ?? "") : bytesOf(key);
  const [least, held] = [leastBytes(algorithm), secret.byteLength];
  if (held < least) throw unfit("secret_short", { algorithm, least, held });
  return secret;
};

/** A secret may be any bytes, and those of OPA mostly are a text: only an object that says so is a JWK. */
const jwkOf = (text: string): JWK | undefined => {
  try {
    const value = JSON.parse(text) as unknown;
    return isObject(value) && typeof value.kty === "string" ? value : undefined;
  } catch {
    return undefined;
  }
};

const textOf = (key: string | Uint8Array): string =>
  typeof key === "string" ? key : new TextDecoder().decode(key);

const bytesOf = (key: string | Uint8Array): Uint8Array =>
  typeof key === "string" ? new TextEncoder().encode(key) : key;
