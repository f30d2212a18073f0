import { unreadable, untrusted } from "../fault.js";
import { baseName, type BundleFiles } from "../unpack.js";
import { canonicalJson } from "./canonical.js";

/** The file in which OPA keeps a bundle's signature. */
export const SIGNATURES = ".signatures.json";

/** A file as a signature names it. */
export interface SignedFile {
  readonly name: string;
  /** Hexadecimal. */
  readonly hash: string;
  readonly algorithm: string;
}

/** By what OPA hashes the files that it signs. */
const HASH = "SHA-256";

// OPA can also verify MD5, SHA-1 and shortened SHA-2; nothing signs by these, and the weak are of no worth.
const ACCEPTED = [HASH, "SHA-384", "SHA-512"];

/** The hash of a file as OPA computes it, hexadecimal. */
export const hashOf = async (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  algorithm: string,
): Promise<string> => {
  if (!ACCEPTED.includes(algorithm)) throw untrusted("hash_not_accepted", { name, algorithm });
  const hash = new Uint8Array(await crypto.subtle.digest(algorithm, hashedBytes(name, bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** What OPA reads as a document is hashed as one, whatever its spaces and the order of its keys. */
const hashedBytes = (name: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const base = baseName(name);
  // Two YAML readers don't agree on what a document holds, so there is no hash to agree on.
  if (base === "data.yaml" || base === "data.yml") throw unreadable("data_yaml", { name });
  if (base !== "data.json" && base !== ".manifest") return bytes;
  return new TextEncoder().encode(canonicalJson(name, textOf(name, bytes)));
};

/** The decoder drops a byte order mark, as OPA does. */
const textOf = (name: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable("not_json", { name }, cause);
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
        hash: await hashOf(name, bytes, HASH),
        algorithm: HASH,
      })),
  );
