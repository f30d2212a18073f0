import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The documents below a folder, in the order of their names. */
export const globSync = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .sort()
    .map((name) => join(folder, name));
