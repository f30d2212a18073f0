// `make reproducible`: two clean builds in folders, time zones and habits that differ, each with caches of
// its own, from the compilation of OPA to `npm pack`: policy.wasm, bundle and tarball are the same, byte
// for byte.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NODE, SYSTEM } from "./newcomer/cases.js";
import { environmentOf } from "./newcomer/machine.js";
import { copyTree } from "./newcomer/tree.js";
import {
  buildIn,
  differingPaths,
  digestsOf,
  ELSEWHERE,
  HERE,
  Unbuilt,
} from "./reproducible/build.js";
import type { Surroundings } from "./reproducible/build.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const build = (folder: string, surroundings: Surroundings): ReadonlyMap<string, string> => {
  const started = Date.now();
  const clone = join(folder, "clone");
  mkdirSync(folder, { recursive: true });
  copyTree(root, clone);
  const machine = environmentOf({ has: [...SYSTEM, ...NODE, "go", "python3"] }, folder);
  const { AMRNCI_TOOLS = "" } = process.env;
  buildIn(clone, surroundings, { ...machine, AMRNCI_TOOLS });
  const seconds = Math.round((Date.now() - started) / 1_000);
  const { TZ, LC_ALL, umask } = surroundings;
  console.log(`built with TZ=${TZ} LC_ALL=${LC_ALL} umask ${umask} (${String(seconds)} s)`);
  return digestsOf(clone);
};

const main = (): void => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-reproducible-"));
  try {
    const one = build(join(folder, "one"), HERE);
    const other = build(join(folder, "with a space/and deeper"), ELSEWHERE);
    for (const [path, digest] of [...one].slice(0, 3)) console.log(`${digest}  ${path}`);
    const differing = differingPaths(one, other);
    for (const path of differing) console.error(`differs: ${path}`);
    console.log(
      `reproducible: ${String(one.size)} files of two clean builds, ${String(differing.length)} differ`,
    );
    if (differing.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Unbuilt)) throw error;
    console.error(`reproducible: a build failed\n${error.message}`);
    process.exitCode = 1;
  } finally {
    // Go's modules are read-only.
    execFileSync("chmod", ["-R", "u+w", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
};

main();
