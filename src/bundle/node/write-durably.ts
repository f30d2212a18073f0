import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What a file is called while it is being written. */
export const PART = /^\..+\.part$/;

/**
 * Writes a file whole or not at all, whatever ends the process or the machine meanwhile: beside its
 * place, onto the disk, moved there, and the folder's entry onto the disk. Whoever reads meanwhile finds
 * the old file or the new one. A file that is replaced keeps who may read it, and a link to it stays one;
 * `mode` is for a new one. It throws what the file system throws.
 */
export const writeDurably = async (
  path: string,
  bytes: Uint8Array,
  mode = 0o600,
): Promise<void> => {
  const place = await realpath(path).catch(() => path);
  const folder = dirname(place);
  const beside = join(folder, `.${basename(place)}.${randomBytes(6).toString("hex")}.part`);
  try {
    const before = await stat(place).catch(() => null);
    const file = await open(beside, "wx", before === null ? mode : before.mode & PERMISSIONS);
    try {
      await fill(file, bytes, before?.mode);
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(folder);
};

const PERMISSIONS = 0o777;

const fill = async (
  file: FileHandle,
  bytes: Uint8Array,
  before: number | undefined,
): Promise<void> => {
  // The umask has taken its share of the mode; what was granted before stays granted.
  if (before !== undefined) await file.chmod(before & PERMISSIONS);
  await file.writeFile(bytes);
  await file.sync();
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
