import { documentOf } from "./document.js";
import { unreadable } from "./fault.js";
import type { BundleLimits } from "./limits.js";
import { checkNamed, type Manifest, manifestOf } from "./manifest.js";
import { type DataObject, mergeData } from "./merge.js";
import { checkRoots, rootsOf } from "./roots.js";
import { type BundleFiles, patchOf, unpackBundle } from "./unpack.js";

/** A bundle's parts: the compiled policy, the law as data, and what it says of itself. */
export interface Bundle {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly data: DataObject;
  readonly manifest: Manifest;
  /** Every file by its name, as it stands in the archive. */
  readonly files: BundleFiles;
}

/**
 * Reads a bundle (tar.gz), whoever made it: a signature is not looked at, see `readSignedBundle`. It runs
 * wherever `DecompressionStream` does, edge workers included.
 *
 * @throws {AmrnciError} `bundle_unreadable`; its `reason` says why.
 * @example
 * ```ts
 * const bundle = await readBundle(bytes);
 * const policy = await createPolicy(bundle);
 * ```
 */
export const readBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  limits: Partial<BundleLimits> = {},
): Promise<Bundle> => bundleOf((await unpackBundle(bytes, limits)).files);

/** What the files of a bundle hold. */
export const bundleOf = (files: BundleFiles): Bundle => {
  const patch = patchOf(files);
  if (patch !== undefined) throw unreadable("delta", { name: patch });
  const wasm = files.get("policy.wasm");
  if (!wasm) throw unreadable("no_policy");
  const data = dataOf(files);
  const manifest = manifestOf(files);
  checkNamed(manifest, data);
  checkRoots(rootsOf(manifest.roots), data, files);
  return { wasm, data, manifest, files };
};

const dataOf = (files: BundleFiles): DataObject => {
  const parts = [...files].flatMap(([source, bytes]) => {
    const folders = source.split("/");
    const name = folders.pop();
    if (name === "data.yaml" || name === "data.yml")
      throw unreadable("data_yaml", { name: source });
    return name === "data.json" ? [{ at: folders, value: documentOf(source, bytes), source }] : [];
  });
  return mergeData(parts);
};
