import { shown, unreadable } from "./fault.js";
import { documentOf } from "./document.js";
import { type DataObject, isObject } from "./merge.js";
import type { BundleFiles } from "./unpack.js";

/** What a bundle says of itself. */
export interface Manifest {
  readonly revision: string;
  readonly roots: readonly string[];
  readonly metadata?: DataObject;
}

/** The manifest of a bundle's files. */
export const manifestOf = (files: BundleFiles): Manifest => {
  // OPA takes any file for one whose name ends so, and refuses a second.
  const another = [...files.keys()].find(
    (name) => name !== ".manifest" && /\.manifest(?:\.pb)?$/.test(name),
  );
  if (another !== undefined) throw unreadable("manifest_misplaced", { name: another });
  const bytes = files.get(".manifest");
  if (!bytes) throw unreadable("no_manifest");
  const manifest = documentOf(".manifest", bytes);
  if (!isObject(manifest)) throw unreadable("manifest_no_object");
  const { revision, roots, metadata } = manifest;
  if (typeof revision !== "string" || revision === "") throw unreadable("manifest_no_revision");
  if (!Array.isArray(roots) || !roots.every((root) => typeof root === "string")) {
    throw unreadable("manifest_no_roots");
  }
  checkForOpa(manifest);
  if (metadata === undefined) return { revision, roots };
  if (!isObject(metadata)) throw unreadable("manifest_metadata");
  return { revision, roots, metadata };
};

/** What our host has no use for, and an OPA would not start with. */
const checkForOpa = (manifest: DataObject): void => {
  const { rego_version: version, file_rego_versions: byFile = {}, wasm = [] } = manifest;
  const versions = [version, ...(isObject(byFile) ? Object.values(byFile) : [byFile])];
  const strange = versions.find((one) => !REGO_VERSIONS.includes(one));
  if (strange !== undefined) {
    throw unreadable("manifest_rego_version", { version: shown(strange) });
  }
  if (!Array.isArray(wasm) || wasm.length > 0) throw unreadable("manifest_wasm");
};

const REGO_VERSIONS: readonly unknown[] = [undefined, 0, 1, 2];

/** The data that counsel edits and the manifest name the same revision, and the same logic. */
export const checkNamed = ({ revision, metadata }: Manifest, { law }: DataObject): void => {
  if (!isObject(law)) throw unreadable("no_law");
  if (law.revision !== revision) {
    throw unreadable("revision_differs", { named: shown(revision), held: shown(law.revision) });
  }
  const logic = metadata?.logic_version;
  if (law.logic_version !== logic) {
    const params = { named: shown(logic), held: shown(law.logic_version) };
    throw unreadable("logic_differs", params);
  }
};
