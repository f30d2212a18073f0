// `make audit`: what the registry knows against our packages, where it can be asked; then each package that
// package.json names, with licence, age, the newest version and how many people may publish it; those
// whose code is in dist/ are marked.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lockedPackages } from "./audit/lock.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const npm = (...args: string[]): { code: number | null; said: string } => {
  const { status, stdout } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
  return { code: status, said: stdout };
};

interface Audited {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
}

/** How many known faults there are; null where nobody answers. */
const knownFaults = (): number | null => {
  const { metadata } = jsonOf(npm("audit", "--json").said) as Audited;
  return metadata?.vulnerabilities.total ?? null;
};

interface Viewed {
  readonly license?: string;
  readonly time?: Readonly<Record<string, string>>;
  readonly maintainers?: readonly unknown[];
  readonly "dist-tags"?: { readonly latest?: string };
}

const jsonOf = (text: string): object => {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
};

const inDist = (): Set<string> => {
  const text = readFileSync(join(root, "dist/sbom.cdx.json"), "utf8");
  const { components } = JSON.parse(text) as { components: { group?: string; name: string }[] };
  return new Set(components.map(({ group, name }) => (group ? `${group}/${name}` : name)));
};

const lineOf = (name: string, version: string, isInDist: boolean): string => {
  const fields = ["license", "time", "maintainers", "dist-tags"];
  const viewed = jsonOf(npm("view", name, "--json", ...fields).said) as Viewed;
  const latest = viewed["dist-tags"]?.latest ?? "?";
  return [
    (isInDist ? "* " : "  ") + `${name} ${version}`.padEnd(44),
    (viewed.license ?? "?").padEnd(14),
    viewed.time?.[version]?.slice(0, 10) ?? "?".padEnd(10),
    (latest === version ? "newest" : `newest ${latest}`).padEnd(18),
    `${String(viewed.maintainers?.length ?? "?")} publishers`,
  ].join("  ");
};

const main = (): void => {
  const faults = knownFaults();
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> };
  const shipped = inDist();
  for (const [name, version] of Object.entries(devDependencies)) {
    console.log(lineOf(name, version, shipped.has(name)));
  }
  const all = lockedPackages(root).length;
  const direct = Object.keys(devDependencies).length;
  const known =
    faults === null ? "the registry tells of no faults here" : `${String(faults)} known faults`;
  console.log(
    `\naudit: ${String(direct)} packages named, ${String(all)} locked, ` +
      `${String(shipped.size)} in dist/ (*); ${known}`,
  );
  if (faults !== null && faults > 0) process.exitCode = 1;
};

main();
