import { writeDurably } from "../../bundle/node/write-durably.js";

/** Writes what a command gives as a file: whole or not at all. It throws what the file system throws. */
export const writeWhole = (path: string, bytes: Uint8Array): Promise<void> =>
  writeDurably(path, bytes, 0o666);
