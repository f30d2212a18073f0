import { type AmrnciError, isAmrnciError } from "../../errors.js";
import type { BundleLimits } from "../limits.js";
import { type Bundle, bundleOf } from "../read.js";
import { type Unpacked, unpackBundle } from "../unpack.js";
import { hashOf, SIGNATURES, type SignedFile } from "./hash.js";
import { type Token, tokenOf } from "./token.js";

/** A file of a bundle beside what the signature says of it. */
export interface InspectedFile {
  readonly name: string;
  readonly bytes: number;
  /** As OPA hashes it: SHA-256, hexadecimal. */
  readonly hash: string;
  /** Null where nothing is signed. */
  readonly state: "signed" | "changed" | "added" | "missing" | null;
}

/** A bundle that was looked into. Nobody has verified what its signature says. */
export interface Inspection {
  readonly bundle: Bundle;
  readonly token: Pick<Token, "keyid" | "algorithm" | "scope"> | null;
  /** Why there is no token, where there is a signature. */
  readonly fault: AmrnciError | null;
  readonly files: readonly InspectedFile[];
}

/**
 * Looks into a bundle, whether or not it is signed, without a key.
 *
 * @throws {AmrnciError} `bundle_unreadable`; its `reason` says why.
 */
export const inspectBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  limits?: Partial<BundleLimits>,
): Promise<Inspection> => {
  const unpacked = await unpackBundle(bytes, limits);
  const bundle = bundleOf(unpacked.files);
  const token = tokenIn(unpacked);
  return isAmrnciError(token)
    ? { bundle, token: null, fault: token, files: await filesOf(unpacked, null) }
    : { bundle, token, fault: null, files: await filesOf(unpacked, token) };
};

const tokenIn = ({ files }: Unpacked): Token | AmrnciError | null => {
  if (!files.has(SIGNATURES)) return null;
  try {
    return tokenOf(files);
  } catch (error) {
    if (isAmrnciError(error)) return error;
    throw error;
  }
};

const filesOf = async (
  { files, signedNames }: Unpacked,
  token: Token | null,
): Promise<InspectedFile[]> => {
  const claimed = new Map(token?.files.map((file) => [file.name, file]));
  const inspected: InspectedFile[] = [];
  for (const [name, bytes] of files) {
    if (name === SIGNATURES) continue;
    const listed = signedNames.get(name) ?? name;
    const claim = claimed.get(listed);
    claimed.delete(listed);
    const hash = await hashOf(name, bytes, "SHA-256");
    const state = token === null ? null : await stateOf(name, bytes, hash, claim);
    inspected.push({ name, bytes: bytes.byteLength, hash, state });
  }
  for (const { name, hash } of claimed.values()) {
    inspected.push({ name, bytes: 0, hash, state: "missing" });
  }
  return inspected.sort((one, other) => (one.name < other.name ? -1 : 1));
};

const stateOf = async (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  known: string,
  claim: SignedFile | undefined,
): Promise<InspectedFile["state"]> => {
  if (claim === undefined) return "added";
  const { algorithm, hash: claimed } = claim;
  const hash =
    algorithm === "SHA-256" ? known : await hashOf(name, bytes, algorithm).catch(() => null);
  return hash === claimed.toLowerCase() ? "signed" : "changed";
};
