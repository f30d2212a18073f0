import { AmrnciError } from "../../errors.js";
import type { BundleFiles } from "../read.js";
import { canonicalJson } from "./canonical.js";

/** The file in which OPA keeps a bundle's signature. */
export const SIGNATURES = ".signatures.json";

/** The algorithms by which OPA signs bundles and WebCrypto verifies everywhere. */
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

export const isAlgorithm = (name: string): name is SignatureAlgorithm =>
  ALGORITHMS.some((one) => one === name);

/** A file as a signature names it. */
export interface SignedFile {
  readonly name: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly algorithm: string;
}

/** What a signature signs. */
export interface SignedPayload {
  readonly files: readonly SignedFile[];
  readonly keyid?: string;
  readonly scope?: string;
}

// OPA can also hash by MD5, SHA-1 and shortened SHA-2; nothing signs by these, and we trust none of them.
const DIGESTS: Readonly<Record<string, string>> = {
  "SHA-256": "SHA-256",
  "SHA-384": "SHA-384",
  "SHA-512": "SHA-512",
};

/** What OPA reads as a document is hashed as one, whatever its spaces and the order of its keys. */
const isStructured = (name: string): boolean => {
  const base = name.slice(name.lastIndexOf("/") + 1);
  return base === "data.json" || base === ".manifest";
};

/** The hash of a file as OPA computes it, hexadecimal. */
export const hashOf = async (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  algorithm: string,
): Promise<string> => {
  const digest = DIGESTS[algorithm];
  if (digest === undefined) {
    throw notTrusted(`${name} is hashed by ${algorithm || "no algorithm"}, which is not accepted`);
  }
  const content = isStructured(name) ? documentBytes(name, bytes) : bytes;
  const hash = new Uint8Array(await crypto.subtle.digest(digest, content));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

const documentBytes = (name: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return new TextEncoder().encode(canonicalJson(text));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw notTrusted(`${name} can't be hashed: ${said}`, cause);
  }
};

/** The hashes of all files of a bundle, in the order of their names. */
export const signedFilesOf = (files: BundleFiles): Promise<SignedFile[]> =>
  Promise.all(
    [...files]
      .filter(([name]) => name !== SIGNATURES)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(async ([name, bytes]) => ({
        name,
        hash: await hashOf(name, bytes, "SHA-256"),
        algorithm: "SHA-256",
      })),
  );

export const notTrusted = (why: string, cause?: unknown): AmrnciError =>
  new AmrnciError("bundle_not_trusted", `The bundle is not trusted: ${why}.`, { cause });
