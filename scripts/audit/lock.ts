import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A package as the lock file pins it. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly integrity: string | undefined;
  readonly resolved: string | undefined;
  readonly hasInstallScript: boolean;
}

interface LockFile {
  readonly packages: Readonly<
    Record<string, Partial<Omit<Locked, "name">> & { readonly version: string }>
  >;
}

/** Every package of a folder's package-lock.json but our own. */
export const lockedPackages = (folder: string): Locked[] => {
  const text = readFileSync(join(folder, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(text) as LockFile;
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version, license, integrity, resolved, hasInstallScript = false }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      license,
      integrity,
      resolved,
      hasInstallScript,
    }));
};

/** Licences that ask for no more than to be named. */
export const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "(MIT AND Zlib)",
  "PSF-2.0",
  "Python-2.0",
]);

/** Licences that are fine for tools, whose code nobody is given. */
export const FOR_TOOLS = new Set([...PERMISSIVE, "MPL-2.0"]);
