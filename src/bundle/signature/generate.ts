import { base64url, exportPKCS8, exportSPKI, generateKeyPair } from "jose";
import { leastBytes, type SignatureAlgorithm, takesSecret } from "./algorithms.js";

/** A new key as the text of its files; a secret has no public half. */
export interface GeneratedKey {
  readonly signing: string;
  readonly verification?: string;
}

const MODULUS_BITS = 3072;

/** Makes a key for an algorithm, in the forms that OPA reads: PEM, or a secret as text. */
export const generateKey = async (algorithm: SignatureAlgorithm): Promise<GeneratedKey> => {
  if (takesSecret(algorithm)) {
    const random = crypto.getRandomValues(new Uint8Array(leastBytes(algorithm)));
    // Without a line end: to OPA, and so to us, it would be part of the secret.
    return { signing: base64url.encode(random) };
  }
  const options = { extractable: true, modulusLength: MODULUS_BITS };
  const { privateKey, publicKey } = await generateKeyPair(algorithm, options);
  return {
    signing: asFile(await exportPKCS8(privateKey)),
    verification: asFile(await exportSPKI(publicKey)),
  };
};

const asFile = (pem: string): string => `${pem.trimEnd()}\n`;
