import { base64url, importJWK, importPKCS8, importSPKI, importX509, type JWK } from "jose";
import { AmrnciError } from "../../errors.js";
import { unfit } from "../fault.js";
import { isObject } from "../merge.js";
import { algorithmOf, leastBytes, type SignatureAlgorithm, takesSecret } from "./algorithms.js";

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
  readonly needed: "public_key_needed" | "private_key_needed";
  readonly pem: Readonly<Record<string, (pem: string, algorithm: string) => Promise<CryptoKey>>>;
  readonly jwk: "public" | "private";
}

const PUBLIC: Kinds = {
  needed: "public_key_needed",
  pem: { "PUBLIC KEY": importSPKI, CERTIFICATE: importX509 },
  jwk: "public",
};
const PRIVATE: Kinds = {
  needed: "private_key_needed",
  pem: { "PRIVATE KEY": importPKCS8 },
  jwk: "private",
};

/**
 * A key for verifying: a public key (SPKI, a certificate, a JWK), or a secret.
 *
 * @throws {AmrnciError} `usage` for a key that does not fit its algorithm; its `reason` says why.
 */
export const verificationKey = (key: Key): Promise<ReadyKey> => getReady(key, PUBLIC);

/** A key for signing: a private key (PKCS #8, a JWK), or a secret. */
export const signingKey = (key: Key): Promise<ReadyKey> => getReady(key, PRIVATE);

const getReady = async ({ key, algorithm: named }: Key, kinds: Kinds): Promise<ReadyKey> => {
  const algorithm = algorithmOf(named);
  if (takesSecret(algorithm)) return { algorithm, key: secretOf(key, algorithm) };
  const ready = await imported(textOf(key), algorithm, kinds);
  checkModulus(ready.algorithm, algorithm);
  return { algorithm, key: ready };
};

/** RFC 7518, 3.3. */
const LEAST_MODULUS_BITS = 2048;

const checkModulus = (
  { modulusLength: held }: KeyAlgorithm & { modulusLength?: number },
  algorithm: SignatureAlgorithm,
): void => {
  const least = LEAST_MODULUS_BITS;
  if (held !== undefined && held < least) throw unfit("key_short", { algorithm, least, held });
};

const imported = async (
  text: string,
  algorithm: SignatureAlgorithm,
  { needed, pem, jwk: half }: Kinds,
): Promise<CryptoKey> => {
  try {
    const found = pemOf(text);
    if (found === undefined) return await fromJwk(text, algorithm, needed, half);
    const load = pem[found.kind];
    if (load !== undefined) return await load(found.block, algorithm);
    throw refusalOf(found, needed);
  } catch (cause) {
    if (cause instanceof AmrnciError) throw cause;
    throw unfit("key_unreadable", { algorithm }, cause);
  }
};

const PEM = /-----BEGIN (?!EC PARAMETERS)([A-Z0-9 ]+)-----[^]*?-----END \1-----/;

interface Pem {
  readonly kind: string;
  readonly block: string;
}

/** The first key of a file, whatever openssl wrote above it. */
const pemOf = (text: string): Pem | undefined => {
  const [block, kind] = PEM.exec(text) ?? [];
  return block === undefined || kind === undefined ? undefined : { kind, block };
};

const refusalOf = ({ kind, block }: Pem, needed: Kinds["needed"]): AmrnciError => {
  if (block.includes("ENCRYPTED")) return unfit("key_encrypted");
  if (kind === "RSA PUBLIC KEY") return unfit("key_old_public");
  if (kind === "RSA PRIVATE KEY" || kind === "EC PRIVATE KEY") return unfit("key_old", { kind });
  return unfit(needed, { kind });
};

const fromJwk = async (
  text: string,
  algorithm: SignatureAlgorithm,
  needed: Kinds["needed"],
  half: Kinds["jwk"],
): Promise<CryptoKey> => {
  const jwk = JSON.parse(text) as JWK;
  const held = jwk.kty === "oct" ? "oct" : jwk.d === undefined ? "public" : "private";
  if (held !== half) throw unfit(needed, { kind: `JWK (${held})` });
  if (jwk.alg !== undefined && jwk.alg !== algorithm) {
    throw unfit(needed, { kind: `JWK (${jwk.alg})` });
  }
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw unfit(needed, { kind: "JWK (oct)" });
  return key;
};

const secretOf = (key: string | Uint8Array, algorithm: SignatureAlgorithm): Uint8Array => {
  const text = textOf(key);
  const jwk = jwkOf(text);
  const kind = pemOf(text)?.kind ?? (jwk && jwk.kty !== "oct" ? "JWK" : undefined);
  // Whoever has the public key could sign with it: the oldest trick against JWT.
  if (kind !== undefined) throw unfit("secret_is_key", { algorithm, kind });
  const secret = jwk ? decoded(jwk, algorithm) : bytesOf(key);
  const [least, held] = [leastBytes(algorithm), secret.byteLength];
  if (held < least) throw unfit("secret_short", { algorithm, least, held });
  return secret;
};

const decoded = ({ k = "" }: JWK, algorithm: SignatureAlgorithm): Uint8Array => {
  try {
    return base64url.decode(k);
  } catch (cause) {
    throw unfit("key_unreadable", { algorithm }, cause);
  }
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
