import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What a file is called while it is being written. */
export const PART = /^\..+\.part$/;

/**
 * Writes a file whole or not at all, whatever ends the process or the machine meanwhile: beside its
 * place, onto the disk, moved there, and the folder's entry onto the disk. It throws what the file
 * system throws.
 */
export const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(path);
  const beside = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.part`);
  try {
    const file = await open(beside, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
};

const syncFolder = async (path: string): Promise<void> => {
  // Windows opens no folders; its file system keeps the order of entries by itself.
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
