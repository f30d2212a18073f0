// What is installed is pinned by its content, may be used, and runs nothing while it is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { FOR_TOOLS, lockedPackages, PERMISSIVE } from "../../scripts/audit/lock.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const locked = lockedPackages(root);

const allowedScripts = (folder: string): Record<string, boolean> => {
  const text = readFileSync(join(folder, "package.json"), "utf8");
  return (JSON.parse(text) as { allowScripts: Record<string, boolean> }).allowScripts;
};

describe("every package that is installed", () => {
  it("is pinned by a digest of its content", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(({ integrity = "" }) => !integrity.startsWith("sha512-"))).toEqual([]);
  });

  it("has a licence that lets us use it", () => {
    expect(locked.filter(({ license = "" }) => !FOR_TOOLS.has(license))).toEqual([]);
  });

  it("runs no script of its own, but for those that package.json allows", () => {
    const scripts = locked.filter(({ hasInstallScript }) => hasInstallScript);
    expect(Object.fromEntries(scripts.map(({ name }) => [name, true]))).toEqual(
      allowedScripts(root),
    );
  });

  it("stands in the lock file without the address that it came from", () => {
    expect(locked.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe("every package of the runtimes that the tests run in", () => {
  const folder = join(root, "test/runtimes");
  const runtimes = lockedPackages(folder);

  it("is pinned by a digest of its content, for all platforms, and by no address", () => {
    expect(runtimes.filter(({ integrity = "" }) => !integrity.startsWith("sha512-"))).toEqual([]);
    expect(runtimes.filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    const names = runtimes.map(({ name }) => name);
    for (const wanted of [
      /^node-.*linux-arm64/,
      /^@deno\/darwin-arm64/,
      /^@oven\/bun-darwin-x64/,
    ]) {
      expect(names.filter((name) => wanted.test(name))).toHaveLength(1);
    }
  });

  it("runs no script of its own: none is allowed", () => {
    const scripts = runtimes.filter(({ hasInstallScript }) => hasInstallScript);
    expect(Object.fromEntries(scripts.map(({ name }) => [name, false]))).toEqual(
      allowedScripts(folder),
    );
  });
});

describe("every package whose code is in dist/", () => {
  it("has a licence that asks for no more than to be named", () => {
    const text = readFileSync(join(root, "dist/sbom.cdx.json"), "utf8");
    const { components } = JSON.parse(text) as { components: { group?: string; name: string }[] };
    const names = components.map(({ group, name }) => (group ? `${group}/${name}` : name));
    expect(names.length).toBeGreaterThan(5);
    const of = (name: string): string => locked.find((one) => one.name === name)?.license ?? "none";
    expect(names.filter((name) => !PERMISSIVE.has(of(name)))).toEqual([]);
  });
});
