import { stat, writeFile } from "node:fs/promises";
import { writeDurably } from "../../bundle/node/write-durably.js";

/**
 * Writes what a command gives as a file: whole or not at all. A pipe or a device (`/dev/stdout`) is written to,
 * never replaced. It throws what the file system throws.
 */
export const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const there = await stat(path).catch(() => null);
  if (there === null || there.isFile()) await writeDurably(path, bytes, 0o666);
  else await writeFile(path, bytes);
};
