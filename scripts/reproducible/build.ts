import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What may differ between two machines that build the same, and must not show. */
export interface Surroundings {
  readonly TZ: string;
  readonly LC_ALL: string;
  readonly umask: string;
}

export const HERE: Surroundings = { TZ: "UTC", LC_ALL: "C", umask: "022" };
export const ELSEWHERE: Surroundings = { TZ: "Asia/Shanghai", LC_ALL: "C.UTF-8", umask: "077" };

/** A build that failed: why, as it says itself. */
export class Unbuilt extends Error {}

/** Builds what stands in a folder, and packs it as npm would publish it. */
export const buildIn = (
  folder: string,
  { umask, ...surroundings }: Surroundings,
  env: NodeJS.ProcessEnv = process.env,
): void => {
  const line = `umask ${umask} && make build && npm pack --ignore-scripts --silent`;
  const own = { ...env, ...surroundings, MAKEFLAGS: "", MAKELEVEL: "" };
  const { status, stderr } = spawnSync("sh", ["-c", line], { cwd: folder, env: own });
  if (status !== 0) throw new Unbuilt(stderr.toString().trim());
};

/** The digests of all that a build makes, by their paths; what is released first. */
export const digestsOf = (folder: string, packed = folder): ReadonlyMap<string, string> => {
  const tarball = readdirSync(packed).find((name) => name.endsWith(".tgz")) ?? "no tarball";
  const dist = readdirSync(join(folder, "dist"), { recursive: true, encoding: "utf8" })
    .map((name) => join("dist", name))
    .filter((path) => statSync(join(folder, path)).isFile() && !path.endsWith(".stamp"));
  const paths = ["build/policy.wasm", "build/bundle.tar.gz", ...dist.sort()];
  return new Map([
    [tarball, digestOf(join(packed, tarball))],
    ...paths.map((path): [string, string] => [path, digestOf(join(folder, path))]),
  ]);
};

const digestOf = (path: string): string =>
  createHash("sha256").update(readFileSync(path)).digest("hex");

/** The paths at which two builds differ, or which only one of them has. */
export const differingPaths = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );
