import { open } from "node:fs/promises";
import { fill, type Words } from "../../words/index.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";

/** The largest document that is read whole; an incident is a few kilobytes. */
export const LARGEST = 16 * 1024 * 1024;

/** Reads a stream up to a limit, so that an endless one can't fill the memory. */
async function gather(
  stream: AsyncIterable<Buffer | string>,
  file: string,
  words: Words,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > LARGEST) {
      throw new Failure(
        EXIT.bad,
        "input_too_large",
        fill(words.error_too_large, { file, limit: LARGEST }),
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Why the system refused a file, in words. */
export function reasonOf(error: unknown, words: Words): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return words.reason_not_found;
  if (code === "EISDIR") return words.reason_is_folder;
  if (code === "EACCES" || code === "EPERM") return words.reason_denied;
  return error instanceof Error ? error.message : String(error);
}

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(
  file: string,
  stdin: AsyncIterable<Buffer | string>,
  words: Words,
): Promise<Buffer> {
  try {
    if (file === "-") return await gather(stdin, file, words);
    const handle = await open(file);
    try {
      return await gather(handle.createReadStream({ autoClose: false }), file, words);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = reasonOf(error, words);
    throw new Failure(EXIT.wrongUse, "input_unreadable", fill(words.error_read, { file, reason }));
  }
}
