import { unreadable } from "./fault.js";
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
  if (another !== undefined) throw unreadable("manifest_twice", { name: another });
  const bytes = files.get(".manifest");
  if (!bytes) throw unreadable("no_manifest");
  const manifest = documentOf(".manifest", bytes);
  if (!isObject(manifest)) throw wrong("is not an object");
  const { revision, roots, metadata } = manifest;
  if (typeof revision !== "string" || revision === "") throw wrong("names no revision");
  if (!Array.isArray(roots) || !roots.every((root) => typeof root === "string")) {
    throw wrong("lists no roots");
  }
  if (metadata === undefined) return { revision, roots };
  if (!isObject(metadata)) throw wrong("has metadata that is not an object");
  return { revision, roots, metadata };
};

/** The data that counsel edits and the manifest name the same revision, and the same logic. */
export const checkNamed = ({ revision, metadata }: Manifest, { law }: DataObject): void => {
  if (!isObject(law)) throw unreadable("no_law");
  if (law.revision !== revision) {
    throw unreadable("revision_differs", { named: revision, held: String(law.revision) });
  }
  const logic = metadata?.logic_version;
  if (law.logic_version !== logic) {
    const params = { named: String(logic), held: String(law.logic_version) };
    throw unreadable("logic_differs", params);
  }
};

const wrong = (why: string): Error => unreadable("manifest_wrong", { why });
