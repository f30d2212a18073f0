import { generateKeyPairSync, type KeyPairKeyObjectResult } from "node:crypto";

/** A pair of keys as PEM, as openssl would make them; for a secret both are the secret. */
export interface Pair {
  readonly signing: string;
  readonly verification: string;
}

const pairOf = ({ privateKey, publicKey }: KeyPairKeyObjectResult): Pair => ({
  signing: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  verification: publicKey.export({ type: "spki", format: "pem" }).toString(),
});

export const rsaPair = (modulusLength = 2048): Pair =>
  pairOf(generateKeyPairSync("rsa", { modulusLength }));

const ecPair = (namedCurve: string): Pair => pairOf(generateKeyPairSync("ec", { namedCurve }));

export const ed25519Pair = (): Pair => pairOf(generateKeyPairSync("ed25519"));

const CURVES: Readonly<Record<string, string>> = {
  ES256: "P-256",
  ES384: "P-384",
  ES512: "P-521",
};

const shared = rsaPair();

/** A pair for an algorithm; RSA has the same for all, as it takes a while to make. */
export const pairFor = (algorithm: string): Pair => {
  const curve = CURVES[algorithm];
  if (curve !== undefined) return ecPair(curve);
  const secret = "a secret of no less than sixty-four bytes, which is what HS512 asks for";
  return algorithm.startsWith("HS") ? { signing: secret, verification: secret } : shared;
};
