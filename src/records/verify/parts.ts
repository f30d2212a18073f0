import { type FileHandle, open, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readLine } from "../chain/read.js";
import { said, unreadable } from "../fault.js";
import { linesOf } from "../file/lines.js";
import { isRotated, rotatedFiles } from "../file/names.js";

/** A file of a log, open for reading. */
export interface Part {
  readonly file: string;
  readonly handle: FileHandle;
  /** The number of its first record; files without any come last. */
  readonly first: number;
}

/**
 * Opens the files of a log, and the rotated ones beside each of them, in the order of their records.
 * A file that is rotated meanwhile is still the one that was opened, and is not read twice.
 *
 * @throws {AmrnciError} `records_unreadable`
 */
export const openParts = async (files: readonly string[]): Promise<Part[]> => {
  const parts = new Map<string, Part>();
  const add = async (file: string): Promise<void> => {
    const handle = await opened(file);
    const { dev, ino, size } = await handle.stat();
    const id = `${dev}:${ino}`;
    if (parts.has(id)) {
      await handle.close();
      return;
    }
    try {
      parts.set(id, { file, handle, first: await firstOf(file, handle, size) });
    } catch (error) {
      await handle.close();
      throw error;
    }
  };
  try {
    for (const file of files) {
      await add(file);
      // Looked for after the file is open: what is rotated in between is found under one of its names.
      if (isRotated(file)) continue;
      for (const rotated of await rotatedFiles(await realName(file))) {
        await add(shortName(file, rotated));
      }
    }
  } catch (error) {
    await closeParts([...parts.values()]);
    throw error;
  }
  return [...parts.values()].sort((one, other) => one.first - other.first);
};

/** Where a file really is; between two parts of a rotation there is for a moment none of this name. */
const realName = async (file: string): Promise<string> => {
  try {
    return await realpath(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    return join(await realpath(dirname(file)), basename(file));
  }
};

export const closeParts = async (parts: readonly Part[]): Promise<void> => {
  for (const { handle } of parts) await handle.close();
};

const opened = async (file: string): Promise<FileHandle> => {
  let handle: FileHandle;
  try {
    handle = await present(file);
  } catch (cause) {
    throw unreadable("not_opened", { file, why: said(cause) }, cause);
  }
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw unreadable("not_a_file", { file });
};

const TRIES = 40;
const PAUSE_MS = 25;

/** Waits a second for a file whose rotated parts are there: between two of them it is gone for a moment. */
const present = async (file: string): Promise<FileHandle> => {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await open(file);
    } catch (error) {
      const gone = error instanceof Error && "code" in error && error.code === "ENOENT";
      if (!gone || left === 0 || isRotated(file)) throw error;
      const rotated = await rotatedFiles(await realName(file).catch(() => file)).catch(() => []);
      if (rotated.length === 0) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
};

const firstOf = async (file: string, handle: FileHandle, size: number): Promise<number> => {
  for await (const { bytes } of linesOf(handle)) {
    const read = readLine(bytes);
    if (read.kind !== "other") return read.record.chain.sequence;
  }
  if (size > 0) throw unreadable("no_records", { file });
  return Infinity;
};

/** The rotated file as whoever named the other one would name it. */
const shortName = (file: string, rotated: string): string =>
  basename(rotated).startsWith(`${basename(file)}.`)
    ? `${file}${basename(rotated).slice(basename(file).length)}`
    : rotated;
