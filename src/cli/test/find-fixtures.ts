import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const FIXTURE = /\.(?:json|ya?ml)$/i;

/**
 * Files that are named, and fixtures in folders that are named, in the order of their names. A file
 * that is named itself is taken whatever its ending, even if it does not exist: reading it will say.
 */
export async function findFixtures(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (one) => one.isDirectory(),
      () => false,
    );
    found.push(...(isFolder ? await within(path) : [path]));
  }
  return [...new Set(found)];
}

async function within(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await within(path)));
    else if (FIXTURE.test(entry.name)) found.push(path);
  }
  return found;
}
