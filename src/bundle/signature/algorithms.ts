import { unfit } from "../fault.js";

/** The algorithms by which OPA verifies bundles; WebCrypto has them all. */
export const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "HS256",
  "HS384",
  "HS512",
] as const;

export type SignatureAlgorithm = (typeof ALGORITHMS)[number];

/** OPA's, where none is named. */
export const DEFAULT_ALGORITHM = "RS256";

/** An algorithm by its name, which may come from a configuration. */
export const algorithmOf = (name: string = DEFAULT_ALGORITHM): SignatureAlgorithm => {
  const found = ALGORITHMS.find((one) => one === name);
  if (found !== undefined) return found;
  throw unfit("algorithm_unknown", { algorithm: name, known: ALGORITHMS.join(", ") });
};

/** True where one secret both signs and verifies. */
export const takesSecret = (algorithm: SignatureAlgorithm): boolean => algorithm.startsWith("HS");

/** The bytes of its hash: a shorter secret would be the weakest part (RFC 7518, 3.2). */
export const leastBytes = (algorithm: SignatureAlgorithm): number => Number(algorithm.slice(2)) / 8;
