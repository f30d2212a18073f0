import { type ParsedTarEntryWithData, unpackTar } from "modern-tar";
import { unreadable } from "./fault.js";
import { gunzip } from "./gunzip.js";
import { BUNDLE_LIMITS, type BundleLimits } from "./limits.js";
import { tarKinds } from "./tar-headers.js";

/** The files of a bundle by their names. */
export type BundleFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The files of a bundle, which nobody has looked into yet. */
export interface Unpacked {
  readonly files: BundleFiles;
  /** By the name of each file, the one by which OPA looks for it in a signature. */
  readonly signedNames: ReadonlyMap<string, string>;
}

/** Unpacks a bundle; only plain files with plain names are taken, each once. */
export const unpackBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  given: Partial<BundleLimits> = {},
): Promise<Unpacked> => {
  const limits = { ...BUNDLE_LIMITS, ...given };
  const tar = await gunzip(bytes, limits);
  const kinds = tarKinds(tar, limits.entries);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const signedNames = new Map<string, string>();
  for (const [at, { header, data }] of (await entriesOf(tar)).entries()) {
    // A file whose name ends with a slash is a folder to some.
    if (header.type !== kinds[at]) throw unreadable("bad_name", { name: header.name });
    if (!data) continue;
    const name = nameOf(header.name);
    if (files.has(name)) throw unreadable("file_twice", { name });
    files.set(name, data);
    signedNames.set(name, header.name.replace(/^\//, ""));
  }
  return { files, signedNames };
};

const entriesOf = async (tar: Uint8Array<ArrayBuffer>): Promise<ParsedTarEntryWithData[]> => {
  try {
    return await unpackTar(tar, { strict: true });
  } catch (cause) {
    throw unreadable("not_tar", {}, cause);
  }
};

// Control characters, what was no UTF-8, and the separator of another system.
const NO_NAME = /[\p{Cc}\p{Cs}\ufffd\\]/u;

/** OPA writes names from the root ("/policy.wasm"), tar often from the folder ("./policy.wasm"). */
const nameOf = (written: string): string => {
  const name = written.replace(/^(?:\.?\/)+/, "");
  const parts = name.split("/");
  if (NO_NAME.test(name) || parts.some((part) => /^\.{0,2}$/.test(part))) {
    throw unreadable("bad_name", { name: written });
  }
  return name;
};

/** The patch of a delta bundle: OPA takes any file of that name for one. */
export const patchOf = (files: BundleFiles): string | undefined =>
  [...files.keys()].find((name) => baseName(name) === "patch.json");

/** A name without its folders. */
export const baseName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);
