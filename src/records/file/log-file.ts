import { constants } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Chain, Torn } from "../../generated/types.js";
import { readLine } from "../chain/read.js";
import { type Body, type Place, seal } from "../chain/seal.js";
import { unreadable } from "../fault.js";
import { type End, findEnd, type Head, headOf } from "./head.js";
import { linesOf } from "./lines.js";
import { isCode, withLock } from "./lock.js";
import { rotatedFiles, rotatedName } from "./names.js";

/** When a log goes on in a new file. */
export interface Rotation {
  /** Before the file grows beyond so many bytes. */
  readonly bytes?: number;
  /** Once its first record is so many seconds old. */
  readonly seconds?: number;
}

/** What was appended, and why not more. */
export interface Appended {
  readonly places: readonly Chain[];
  readonly error?: unknown;
}

/** A decision log on the disk, which other processes may write to as well. */
export interface LogFile {
  readonly file: string;
  /** Remains of a write that did not end, as they were found when the log was opened. */
  readonly torn: Torn | null;
  /** The last record known. */
  head(): Head | null;
  /** Appends records in order; what could not be written is not in `places`. */
  append(bodies: readonly Body[], unrecorded: number): Promise<Appended>;
  /** Waits until all that was appended is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface LogFileOptions {
  readonly file: string;
  readonly rotate: Rotation;
  /** Whether the disk must have what a file that is left behind holds. */
  readonly durable: boolean;
  readonly lockTimeoutMs?: number;
  readonly newLog: () => string;
}

/** Opens a decision log, or begins one. */
export const openLogFile = async (options: LogFileOptions): Promise<LogFile> => {
  const { rotate, durable, newLog, lockTimeoutMs } = options;
  const file = await resolved(options.file);
  const locked = <T>(work: () => Promise<T>): Promise<T> => withLock(file, work, lockTimeoutMs);

  let handle = await openHandle(file);
  let known: End | undefined;
  let first: First | null | undefined;
  // The last record of the file that we left, should the one we come to hold none.
  let left: Head | null = null;

  /** The file may have been rotated, here or by another program. */
  const reopen = async (): Promise<void> => {
    const [ours, there] = [await handle.stat(), await stat(file).catch(absent)];
    if (there !== null && ours.ino === there.ino && ours.dev === there.dev) return;
    await leave();
    handle = await openHandle(file);
    // The new name must not be lost with what was written under it.
    if (durable) await syncFolder(file);
  };

  const leave = async (): Promise<void> => {
    left = (await findEnd(file, handle, (await handle.stat()).size)).head ?? left;
    if (durable) await handle.sync();
    await handle.close();
    known = undefined;
    first = undefined;
  };

  /** How the log ends now; another process may have written since we last looked. */
  const look = async (): Promise<{ end: End; size: number }> => {
    await reopen();
    const { size } = await handle.stat();
    if (known?.torn === null && size === known.end) {
      return { end: known, size };
    }
    if (known !== undefined && size < known.end) {
      throw unreadable("shortened", { file });
    }
    const found = await findEnd(file, handle, size);
    const head = found.head ?? (await headOfRotated(file)) ?? left;
    known = { ...found, head };
    return { end: known, size };
  };

  const rotated = async (size: number, more: number): Promise<boolean> => {
    if (size === 0) return false;
    first ??= await firstOf(handle);
    if (first === null) return false;
    const age = (Date.now() - Date.parse(first.timestamp)) / 1000;
    const due =
      (rotate.bytes !== undefined && size + more > rotate.bytes) ||
      (rotate.seconds !== undefined && age >= rotate.seconds);
    if (!due) return false;
    const name = rotatedName(file, first.sequence);
    if ((await stat(name).catch(absent)) !== null) {
      throw unreadable("rotated_before", { file, name });
    }
    await rename(file, name);
    await reopen();
    return true;
  };

  const append = async (bodies: readonly Body[], unrecorded: number): Promise<Appended> => {
    let { end, size } = await look();
    const length = bodies.reduce((sum, { before, after }) => sum + before.length + after.length, 0);
    const rotates = rotate.bytes !== undefined || rotate.seconds !== undefined;
    if (rotates && end.torn === null && (await rotated(size, length)))
      ({ end, size } = await look());

    const log = end.head?.log ?? newLog();
    let sequence = (end.head?.sequence ?? -1) + 1;
    let previous = end.head?.digest ?? null;
    const lines: Buffer[] = [];
    const places: Chain[] = [];
    for (const body of bodies) {
      const extra = lines.length > 0 ? {} : extraOf(end.torn, unrecorded);
      const place: Place = { log, sequence, previous, ...extra };
      const { line, digest } = seal(body, place);
      lines.push(Buffer.from(`${lines.length === 0 && end.open ? "\n" : ""}${line}\n`));
      places.push({ ...place, digest });
      previous = digest;
      sequence += 1;
    }
    const { written, error } = await writeAll(handle, Buffer.concat(lines));
    let at = size;
    let whole = 0;
    for (const { length } of lines) {
      if (at + length > size + written) break;
      at += length;
      whole += 1;
    }
    const last = places[whole - 1];
    if (last !== undefined) {
      known = { head: headOf(last), end: at, torn: null, open: false };
    }
    return { places: places.slice(0, whole), ...(error === undefined ? {} : { error }) };
  };

  // Not before the lock: another process may be writing.
  const { end, size } = await locked(look);
  if (durable && size === 0) await syncFolder(file);

  return {
    file,
    torn: end.torn,
    head: () => known?.head ?? null,
    append: (bodies, unrecorded) => locked(() => append(bodies, unrecorded)),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
};

const extraOf = (torn: Torn | null, unrecorded: number): Pick<Place, "torn" | "unrecorded"> => ({
  ...(torn === null ? {} : { torn }),
  ...(unrecorded === 0 ? {} : { unrecorded }),
});

// Only its owner reads it: it holds the facts of incidents.
const openHandle = async (file: string): Promise<FileHandle> => {
  const { O_APPEND, O_CREAT, O_RDWR } = constants;
  const handle = await open(file, O_APPEND | O_CREAT | O_RDWR, 0o600);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw unreadable("not_a_file", { file });
};

/** The file itself where the name is a link, so that lock and rotated files stand beside it. */
const resolved = async (file: string): Promise<string> => {
  try {
    return await realpath(file);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    return join(await realpath(dirname(file)), basename(file));
  }
};

const absent = (error: unknown): null => {
  if (isCode(error, "ENOENT")) return null;
  throw error;
};

/** Makes the names in a folder durable. */
const syncFolder = async (file: string): Promise<void> => {
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const headOfRotated = async (file: string): Promise<Head | null> => {
  const newest = (await rotatedFiles(file)).at(-1);
  if (newest === undefined) return null;
  const handle = await open(newest);
  try {
    return (await findEnd(newest, handle, (await handle.stat()).size)).head;
  } finally {
    await handle.close();
  }
};

type First = { sequence: number; timestamp: string };

/** The first record of a file. */
const firstOf = async (handle: FileHandle): Promise<First | null> => {
  for await (const { bytes } of linesOf(handle)) {
    const read = readLine(bytes);
    if (read.kind === "record") {
      const { chain, timestamp } = read.record;
      return { sequence: chain.sequence, timestamp };
    }
  }
  return null;
};

/** Writes bytes at the end of a file; says how many, should it not be all. */
const writeAll = async (
  handle: FileHandle,
  bytes: Buffer,
): Promise<{ written: number; error?: unknown }> => {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += (await handle.write(bytes, written)).bytesWritten;
    } catch (error) {
      return { written, error };
    }
  }
  return { written };
};
