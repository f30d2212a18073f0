import { closeParts, openParts } from "./parts.js";
import type { Verdict } from "./verdict.js";
import { type KnownRecord, walk } from "./walk.js";

export interface VerifyOptions {
  /** Records that the log must hold, such as those that checkpoints signed. */
  readonly known?: readonly KnownRecord[];
}

/**
 * Walks the chain of a decision log over all its files, and names the first thing that is wrong. The
 * rotated files beside a file are read with it.
 *
 * @throws {AmrnciError} `records_unreadable`
 */
export const verifyLog = async (
  files: readonly string[],
  { known = [] }: VerifyOptions = {},
): Promise<Verdict> => {
  const parts = await openParts(files);
  try {
    return await walk(parts, known);
  } finally {
    await closeParts(parts);
  }
};
