import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Copies what a clone has, or would have after a commit of all that stands here: nothing built, no caches. */
export const copyTree = (root: string, folder: string): void => {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", list, { cwd: root, maxBuffer: 2 ** 26 })
    .toString()
    .split("\0");
  for (const name of new Set(names)) {
    // One that is deleted and not committed yet is still listed.
    if (name === "" || !existsSync(join(root, name))) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name), { preserveTimestamps: true });
  }
};
