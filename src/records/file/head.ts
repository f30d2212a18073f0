import type { FileHandle } from "node:fs/promises";
import type { Chain, Torn } from "../../generated/types.js";
import { readLine } from "../chain/read.js";
import { digestOf } from "../chain/seal.js";
import { unreadable } from "../fault.js";
import { LONGEST_RECORD } from "./limits.js";

/** The last record of a log, which the next one follows. */
export interface Head {
  readonly log: string;
  readonly sequence: number;
  readonly digest: string;
}

/** How a file of a log ends. */
export interface End {
  readonly head: Head | null;
  /** Where the last record ends. */
  readonly end: number;
  /** What stands behind it, as the next record will account for it. */
  readonly torn: Torn | null;
  /** Whether that ends in the middle of a line. */
  readonly open: boolean;
}

const BLOCK = 64 * 1024;
const NEWLINE = 0x0a;

export const headOf = ({ log, sequence, digest }: Chain): Head => ({ log, sequence, digest });

/**
 * Reads a file from its end to its last record. Remains of a write that did not end may stand behind
 * it; anything else means that the file is no log, or one that somebody has changed.
 *
 * @throws {AmrnciError} `records_unreadable`
 */
export const findEnd = async (file: string, handle: FileHandle, size: number): Promise<End> => {
  let tail = Buffer.alloc(0);
  let start = size;
  // Lines that end behind this place have been looked at.
  let rest = size;
  while (start > 0) {
    if (tail.length > LONGEST_RECORD) throw foreign(file);
    const length = Math.min(Math.max(BLOCK, tail.length), start);
    start -= length;
    tail = Buffer.concat([await bytesAt(handle, start, length), tail]);
    while (rest > start) {
      const close = tail.lastIndexOf(NEWLINE, rest - start - 1);
      const before = close > 0 ? tail.lastIndexOf(NEWLINE, close - 1) : -1;
      // The line may start before what has been read.
      if (close === -1 || (before === -1 && start > 0)) break;
      const read = readLine(tail.subarray(before + 1, close));
      if (read.kind === "changed") {
        throw unreadable("last_changed", { file });
      }
      if (read.kind === "record") {
        return endAfter(headOf(read.record.chain), start + close + 1, tail.subarray(close + 1));
      }
      rest = start + before + 1;
    }
  }
  if (size > 0 && !isBeginning(tail)) throw foreign(file);
  return endAfter(null, 0, tail);
};

const endAfter = (head: Head | null, end: number, rest: Buffer): End => {
  if (rest.length === 0) return { head, end, torn: null, open: false };
  const open = rest.at(-1) !== NEWLINE;
  // The next record begins on a line of its own: its writer ends the torn one.
  const parts = open ? [rest, Buffer.from([NEWLINE])] : [rest];
  const bytes = rest.length + (open ? 1 : 0);
  return { head, end, torn: { bytes, digest: digestOf(...parts) }, open };
};

// What the very first record leaves when its write does not end; other files are not ours to write to.
const BEGINNINGS = ['{"bundles":{"amrnci":', '{"batch_decision_id":'].map((text) =>
  Buffer.from(text),
);
const isBeginning = (bytes: Buffer): boolean =>
  BEGINNINGS.some((wanted) =>
    bytes.subarray(0, wanted.length).equals(wanted.subarray(0, bytes.length)),
  );

const foreign = (file: string): Error => unreadable("no_records", { file });

const bytesAt = async (handle: FileHandle, position: number, length: number): Promise<Buffer> => {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(buffer, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
};
