import { watch } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** What tells one state of a file from the next, without reading it. */
export type Look = string;

/** How a file looks now; null where there is none. */
export const lookAt = async (path: string): Promise<Look | null> => {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(" ");
};

/**
 * A file's bytes; null beyond the limit, also where a device or a pipe never ends. It throws what the
 * file system throws.
 */
export const readWhole = async (
  path: string | URL,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const file = await open(path);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const bytes = chunk as Buffer;
      length += bytes.byteLength;
      if (length > limit) return null;
      chunks.push(bytes);
    }
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    await file.close();
  }
};

// Writers write in several steps; a file that is half there is not worth a look.
const SETTLE_MS = 50;

/**
 * Resolves when a file looks different from `seen`, or the signal aborts. Its folder is watched, as files
 * are replaced by moving others into their place; where that can't be watched it never changes.
 */
export const changed = (path: string, seen: Look | null, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      timer = undefined;
      const now = await lookAt(path);
      if (now !== null && now !== seen) end();
    };
    const watcher = watching(dirname(path), () => {
      timer ??= setTimeout(() => void look(), SETTLE_MS);
    });
    const end = (): void => {
      clearTimeout(timer);
      watcher?.close();
      signal.removeEventListener("abort", end);
      resolve();
    };
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
    // What changed before it was watched.
    else void look();
  });

const watching = (folder: string, tell: () => void): { close(): void } | undefined => {
  try {
    const watcher = watch(folder, tell);
    watcher.on("error", () => {
      watcher.close();
    });
    return watcher;
  } catch {
    return undefined;
  }
};
