import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Copies what a clone has, or would have after a commit of all that stands here: nothing built, no caches.
 * It need not be a clone itself: in an unpacked archive .gitignore says what was built as well.
 */
export const copyTree = (root: string, folder: string): void => {
  for (const name of namesIn(root)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name), { preserveTimestamps: true });
  }
};

/** All files that git would not ignore; to an empty repository none of them is known yet. */
const namesIn = (root: string): string[] => {
  const empty = mkdtempSync(join(tmpdir(), "amrnci-empty-"));
  try {
    execFileSync("git", ["init", "--quiet", "--bare", empty]);
    const of = [`--git-dir=${empty}`, `--work-tree=${root}`];
    const list = ["ls-files", "-z", "--others", "--exclude-standard"];
    return execFileSync("git", [...of, ...list], { cwd: root, maxBuffer: 2 ** 26 })
      .toString()
      .split("\0")
      .filter((name) => name !== "");
  } finally {
    rmSync(empty, { recursive: true });
  }
};
