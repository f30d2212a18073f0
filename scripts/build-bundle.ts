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
import { assembleBundle, type DataObject, manifestFor, mergeData } from "../src/bundle/index.js";
import { LOGIC_SECTION } from "../src/evaluator/logic-version.js";
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
}

const main = async (): Promise<void> => {
  mkdirSync(build, { recursive: true });
  const logic = logicVersion();
  const data = lawData(logic);
  const wasm = withSection(await compile(), LOGIC_SECTION, String(logic));
  const rego = new Map(regoFiles().map((name) => [name, readFileSync(join(policies, name))]));
  const { roots } = JSON.parse(readFileSync(join(policies, ".manifest"), "utf8")) as SourceManifest;
  const bundle = await assembleBundle({ rego, wasm, data, roots });
  writeFileSync(join(build, "policy.wasm"), wasm);
  writeFileSync(join(build, "data.json"), `${JSON.stringify(data)}\n`);
  writeFileSync(join(build, "manifest.json"), `${JSON.stringify(manifestFor(data, roots))}\n`);
  writeFileSync(join(build, "bundle.tar.gz"), bundle);
};

/** The law's data as one object, after its checks. */
const lawData = (logic: number): DataObject => {
  const folder = readLawFolder(policies);
  const problems = checkLaw(folder, logic);
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
    return optimised(wasm, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * The module as Binaryen makes it smaller and quicker. Names of functions go, which only a profiler
 * would show. Only features of every runtime of the last years are used.
 */
const optimised = (wasm: Uint8Array, folder: string): Uint8Array => {
  const [from, to] = [join(folder, "policy.wasm"), join(folder, "optimised.wasm")];
  writeFileSync(from, wasm);
  const tool = join(root, "node_modules/binaryen/bin/wasm-opt");
  execFileSync(process.execPath, [tool, ...WASM_OPT, from, "-o", to], { stdio: "pipe" });
  return readFileSync(to);
};

const WASM_OPT = [
  "--mvp-features",
  "--enable-bulk-memory",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "-O3",
  "--strip-debug",
  "--strip-producers",
  "--strip-target-features",
];

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

/** The version of the logic, which stands in the Rego and nowhere else. */
const logicVersion = (): number =>
  Number(
    run([
      "eval",
      "-d",
      "policies/amrnci/logic/logic.rego",
      "-f",
      "raw",
      "data.amrnci.logic.version",
    ]),
  );

/** A module with one more custom section (WebAssembly core specification 2.0, 5.5.3). */
const withSection = (wasm: Uint8Array, name: string, text: string): Uint8Array => {
  const title = Buffer.from(name);
  const content = Buffer.concat([Buffer.from([title.length]), title, Buffer.from(text)]);
  if (content.length > 0x7f)
    throw new Problem(`the section ${name} is longer than one byte can say`);
  return Buffer.concat([wasm, Buffer.from([0, content.length]), content]);
};

/** Something the author of policies or data can repair: no stack trace, only the message. */
class Problem extends Error {}

await main().catch((error: unknown) => {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
