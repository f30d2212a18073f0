import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** Compares text with files of a folder; `UPDATE_GOLDEN=1` writes them instead. */
export const goldenIn =
  (folder: URL) =>
  (name: string, text: string): void => {
    const file = fileURLToPath(new URL(name, folder));
    if (process.env.UPDATE_GOLDEN === "1") {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, "utf8"));
  };
