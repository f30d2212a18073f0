// A clean build in another folder gives what stands here, byte for byte. `make reproducible` does it twice
// from nothing, OPA and packages included.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyTree } from "../../scripts/newcomer/tree.js";
import { buildIn, differingPaths, digestsOf } from "../../scripts/reproducible/build.js";
import { ELSEWHERE } from "../../scripts/reproducible/build.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci reproducible "));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

/** Installed packages and OPA are taken from here; links cost less than copies, where they can be had. */
const withTools = (clone: string): void => {
  const modules = ["node_modules", clone];
  const linked = spawnSync("cp", ["-al", ...modules], { cwd: root }).status === 0;
  if (!linked) {
    rmSync(join(clone, "node_modules"), { recursive: true, force: true });
    execFileSync("cp", ["-a", ...modules], { cwd: root });
  }
  mkdirSync(join(clone, ".cache/bin"), { recursive: true });
  for (const name of ["opa", ".opa"]) {
    copyFileSync(join(root, ".cache/bin", name), join(clone, ".cache/bin", name));
  }
};

describe("a clean build", { timeout: 300_000 }, () => {
  it("in another folder, time zone and with other habits gives the same policy.wasm, bundle and tarball", () => {
    const clone = join(folder, "another", "clone");
    copyTree(root, clone);
    withTools(clone);
    buildIn(clone, ELSEWHERE);
    const there = digestsOf(clone);

    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
      cwd: root,
    });
    const here = digestsOf(root, folder);
    expect(here.size).toBeGreaterThan(10);
    expect(differingPaths(here, there)).toEqual([]);
  });
});
