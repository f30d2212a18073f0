// Builds the bundle: build/policy.wasm, build/data.json, build/manifest.json and build/bundle.tar.gz,
// one archive for both engines: an unmodified OPA takes the Rego in it and ignores policy.wasm, our
// host takes policy.wasm. (OPA's own WASM bundles can't be loaded by a plain OPA.)
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { mergeData } from "../src/bundle/merge.js";
import { writeBundle } from "../src/bundle/write.js";
import { checkLaw, describeLawProblem } from "../src/law/check/index.js";
import { readLawFolder } from "../src/law/folder.js";
import native from "./native-builtins.json" with { type: "json" };

const ENTRYPOINT = "amrnci/decision";
const TESTS = "*_test.rego";

const root = fileURLToPath(new URL("..", import.meta.url));
const policies = join(root, "policies");
const build = join(root, "build");
const opa = join(root, ".cache/bin/opa");

interface Capabilities {
  builtins: { name: string }[];
  allow_net?: string[];
}
interface SourceManifest {
  roots: string[];
  rego_version: number;
}

const main = async (): Promise<void> => {
  mkdirSync(build, { recursive: true });
  const data = lawData();
  const wasm = await compile();
  const manifest = manifestFor(data);
  const text = `${JSON.stringify(data)}\n`;
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);

  const files = new Map(regoFiles().map((name) => [name, readFileSync(join(policies, name))]));
  const bundle = await writeBundle(
    new Map<string, Uint8Array>([
      ...files,
      [".manifest", encode(`${JSON.stringify(manifest)}\n`)],
      ["data.json", encode(text)],
      ["policy.wasm", wasm],
    ]),
  );
  writeFileSync(join(build, "policy.wasm"), wasm);
  writeFileSync(join(build, "data.json"), text);
  writeFileSync(join(build, "manifest.json"), `${JSON.stringify(manifest)}\n`);
  writeFileSync(join(build, "bundle.tar.gz"), bundle);
};

/** The law's data as one object, after its checks. */
const lawData = (): Record<string, unknown> => {
  const folder = readLawFolder(policies);
  const problems = checkLaw(folder);
  if (problems.length > 0) {
    const lines = problems.map(
      (problem) =>
        `policies/${problem.file}:${problem.line}:${problem.column} ${describeLawProblem(problem, "en")}`,
    );
    throw new Problem(lines.join("\n"));
  }
  return mergeData(
    folder.files.map(({ at, value, path }) => ({ at, value, source: `policies/${path}` })),
  );
};

/** What shipped Rego may use: anything else compiles without a warning and fails when it runs. */
const writeCapabilities = (): string => {
  const all = JSON.parse(run(["capabilities", "--current"]).toString()) as Capabilities;
  const known = new Set(all.builtins.map(({ name }) => name));
  const unknown = native.builtins.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new Problem(
      `scripts/native-builtins.json names built-ins that this OPA does not have: ${unknown.join(", ")}`,
    );
  }
  const allowed = new Set(native.builtins);
  const path = join(build, "capabilities.json");
  const builtins = all.builtins.filter(({ name }) => allowed.has(name));
  writeFileSync(path, `${JSON.stringify({ ...all, builtins, allow_net: [] })}\n`);
  return path;
};

const compile = async (): Promise<Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-"));
  try {
    const output = join(folder, "opa.tar.gz");
    // Only the Rego: the law's numbers are given at run time, outside what the compiler sees.
    // No -O: with absent data it can bake in a policy that fails open.
    const flags = ["-t", "wasm", "-e", ENTRYPOINT, "--capabilities", writeCapabilities()];
    run(["build", ...flags, "--ignore", TESTS, "-o", output, "policies/amrnci"]);
    const entries = await unpackTar(gunzipSync(readFileSync(output)));
    const wasm = entries.find(({ header }) => header.name === "/policy.wasm")?.data;
    if (!wasm) throw new Problem("opa build made no policy.wasm");
    return wasm;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const run = (args: string[]): Buffer => {
  try {
    return execFileSync(opa, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 2 ** 26,
    });
  } catch (error) {
    const { stderr, stdout, message } = error as Error & { stderr?: Buffer; stdout?: Buffer };
    const said = [stderr, stdout].map((out) => out?.toString().trim()).find((out) => out);
    throw new Problem(`opa ${args[0] ?? ""}: ${said ?? message}`);
  }
};

const regoFiles = (): string[] =>
  readdirSync(policies, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!_test)\.rego$/.test(entry.name))
    .map((entry) => relative(policies, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();

/**
 * The manifest without `wasm` entries. Its revision is the law data's; `logic_version` is the major
 * and minor version of this package, which names the logic that the data was written for.
 */
const manifestFor = (data: Record<string, unknown>): object => {
  const { roots, rego_version } = JSON.parse(
    readFileSync(join(policies, ".manifest"), "utf8"),
  ) as SourceManifest;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const { revision } = data.law as { revision: string };
  const logic_version = version.split(".").slice(0, 2).join(".");
  return { revision, roots, rego_version, metadata: { logic_version } };
};

/** Something the author of policies or data can repair: no stack trace, only the message. */
class Problem extends Error {}

await main().catch((error: unknown) => {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
