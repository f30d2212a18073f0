import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new folder for a door whose product reads files, and how it goes. */
export const temporaryFolder = (): { folder: string; close: () => Promise<void> } => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-fuzz-"));
  return {
    folder,
    close: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
};
