import { unreadable } from "./fault.js";
import { type DataObject, isObject } from "./merge.js";
import type { BundleFiles } from "./unpack.js";

type Path = readonly string[];

/** The roots of a manifest as paths; one must not hold another. */
export const rootsOf = (roots: readonly string[]): Path[] => {
  const paths = roots.map((root) => segments(root));
  for (const [at, one] of paths.entries()) {
    const other = paths.slice(at + 1).find((path) => holds(one, path) || holds(path, one));
    if (other !== undefined) {
      throw unreadable("roots_overlap", { one: one.join("/"), other: other.join("/") });
    }
  }
  return paths;
};

/** Data and Rego stay inside the roots, as OPA demands. Of the Rego the package alone is looked at. */
export const checkRoots = (roots: readonly Path[], data: DataObject, files: BundleFiles): void => {
  const outside = strayAt(roots, data, []);
  if (outside !== undefined) {
    throw unreadable("data_outside_roots", { path: outside.join(".") });
  }
  for (const [name, bytes] of files) {
    if (!name.endsWith(".rego")) continue;
    const path = packageOf(name, bytes);
    if (!roots.some((root) => holds(root, path))) {
      throw unreadable("package_outside_roots", { name, path: path.join(".") });
    }
  }
};

/** Without the slashes around it, as OPA takes it. */
const segments = (root: string): string[] => {
  const parts = root.split("/");
  const first = parts.findIndex((part) => part !== "");
  return parts.slice(first, parts.findLastIndex((part) => part !== "") + 1);
};

const holds = (root: Path, path: Path): boolean => root.every((part, at) => part === path[at]);

/** Where data stands that no root holds; what only leads to a root is none. */
const strayAt = (roots: readonly Path[], value: unknown, at: Path): Path | undefined => {
  if (roots.some((root) => holds(root, at))) return undefined;
  if (!isObject(value) || !roots.some((root) => holds(at, root))) return at;
  for (const [key, inner] of Object.entries(value)) {
    const stray = strayAt(roots, inner, [...at, key]);
    if (stray !== undefined) return stray;
  }
  return undefined;
};

const PACKAGE = /^package[ \t]+([A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\["[^"\\\n]*"\])*)/;

/** A package as its parts: `package law["2025-11-01"].annex` is law, 2025-11-01, annex. */
const packageOf = (name: string, bytes: Uint8Array): Path => {
  const [, written] = PACKAGE.exec(withoutComments(new TextDecoder().decode(bytes))) ?? [];
  if (written === undefined) throw unreadable("package_unclear", { name });
  return written.split(/\.|\["/).map((part) => part.replace(/"\]$/, ""));
};

/** What follows the comments at the start. */
const withoutComments = (source: string): string => {
  let rest = source.trimStart();
  while (rest.startsWith("#")) {
    const end = rest.indexOf("\n");
    rest = end === -1 ? "" : rest.slice(end).trimStart();
  }
  return rest;
};
