import type { FileHandle } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { LONGEST_RECORD } from "./limits.js";

/** A line of a file, without its end. */
export interface Line {
  readonly bytes: Buffer;
  /** False for the last line where it has no end, and for one too long to be kept. */
  readonly whole: boolean;
}

const BLOCK = 256 * 1024;
const NEWLINE = 0x0a;
// How long the end of a line is waited for while somebody writes.
const TRIES = 50;
const WAIT_MS = 10;

/**
 * The lines of a file as it is now; what is appended meanwhile is left for another time. While `busy`
 * says that somebody writes, a last line without an end is given the time to get one. Memory holds a
 * block and a line.
 */
export async function* linesOf(
  handle: FileHandle,
  busy: () => Promise<boolean> = () => Promise.resolve(false),
): AsyncGenerator<Line> {
  const { size } = await handle.stat();
  let parts: Buffer[] = [];
  let length = 0;
  let position = 0;
  const again = patience(busy);
  const block = Buffer.alloc(BLOCK);
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= LONGEST_RECORD) parts.push(part);
    else parts = [];
  };
  const finish = (ended: boolean): Line => {
    const line = { bytes: Buffer.concat(parts), whole: ended && length <= LONGEST_RECORD };
    parts = [];
    length = 0;
    return line;
  };
  while (position < size || length > 0) {
    const { bytesRead } = await handle.read(block, 0, BLOCK, position);
    if (bytesRead === 0) {
      if (await again()) continue;
      break;
    }
    const bytes = block.subarray(0, bytesRead);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end));
      yield finish(true);
      start = end + 1;
      if (position + start >= size) return;
    }
    // Copied, since the block is filled anew.
    take(Buffer.from(bytes.subarray(start)));
    position += bytesRead;
  }
  if (length > 0) yield finish(false);
}

/** Whether the end is to be looked at again: while somebody writes, and once after that. */
const patience = (busy: () => Promise<boolean>): (() => Promise<boolean>) => {
  let tries = 0;
  return async () => {
    if (tries >= TRIES) return false;
    tries += 1;
    if (await busy()) await sleep(WAIT_MS);
    else tries = TRIES;
    return true;
  };
};
