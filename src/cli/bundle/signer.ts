import type { signingWords } from "../../words/bundle-signing.js";
import type { Row } from "./rows.js";

/** With what a bundle is signed. */
export interface SigningFlags {
  signingKey: string;
  signingAlg?: string;
  verificationKeyId?: string;
  scope?: string;
}

/** Who signs, for programs. */
export interface SignedBy {
  keyid: string;
  algorithm: string;
  scope: string | null;
}

export function signerRows(
  words: ReturnType<typeof signingWords>,
  { keyid, algorithm, scope }: SignedBy,
): Row[] {
  return [
    [words.key, keyid],
    [words.algorithm, algorithm],
    [words.scope, scope ?? words.none],
  ];
}
