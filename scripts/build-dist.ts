// Builds dist/: the library and the command line as plain ESM without dependencies, their types, the
// bundle they embed, and the schemas. Neither OPA nor Go is needed to run any of it.
import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { sbom } from "./sbom.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// Made beside and moved into place whole: whoever runs dist/ meanwhile never finds half of it.
const made = join(root, ".cache/dist");
const cli = "src/cli/main.ts";

/**
 * Two thirds of the SDK are two libraries for built-ins that no policy of ours may call (a module
 * that needs them is refused when it is loaded), so they are left out.
 */
const withoutSdkBuiltins: Plugin = {
  name: "without-sdk-builtins",
  setup(steps) {
    steps.onResolve({ filter: /^(yaml|sprintf-js)$/ }, ({ importer, path }) =>
      /[\\/]opa-wasm[\\/]/.test(importer) ? { path, namespace: "left-out" } : undefined,
    );
    steps.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "module.exports = {};",
    }));
  },
};

/** The command line loads reports as users do, from their own file: docx is large and stands there once. */
const reportsOnce: Plugin = {
  name: "reports-once",
  setup(steps) {
    steps.onResolve({ filter: /\/report\/index\.js$/ }, ({ importer }) =>
      /[\\/]src[\\/]cli[\\/]/.test(importer) ? { path: "./report.js", external: true } : undefined,
    );
  },
};

const asModules = {
  metafile: true as const,
  absWorkingDir: root,
  outdir: made,
  bundle: true,
  // What a command does not need is not loaded: dynamic imports become files of their own.
  splitting: true,
  format: "esm" as const,
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none" as const,
  logLevel: "warning" as const,
  plugins: [withoutSdkBuiltins],
} satisfies BuildOptions;

const bundleSources = async (): Promise<void> => {
  const forNode = await build({
    ...asModules,
    entryPoints: [
      { in: "src/records/index.ts", out: "records" },
      ...(existsSync(join(root, cli)) ? [{ in: cli, out: "cli" }] : []),
      // A thread is started from a file.
      { in: "src/cli/batch/worker.ts", out: "batch-worker" },
    ],
    chunkNames: "chunk-[hash]",
    plugins: [...asModules.plugins, reportsOnce],
    platform: "node",
    target: "node20",
    // Some packages are CommonJS and call require for modules of Node.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  // Edge workers and browsers have no modules of Node: what imports one is a file of its own, which is
  // loaded when a file or a folder is asked for.
  const forAll = await build({
    ...asModules,
    entryPoints: [
      { in: "src/index.ts", out: "index" },
      { in: "src/edge.ts", out: "edge" },
      { in: "src/bundle/index.ts", out: "bundle" },
      { in: "src/http/index.ts", out: "http" },
      { in: "src/report/index.ts", out: "report" },
    ],
    chunkNames: "shared-[hash]",
    platform: "neutral",
    external: ["node:*"],
    target: "es2022",
  });
  const inputs = [forNode, forAll].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = packagesOf(inputs);
  writeFileSync(join(made, "THIRD-PARTY-LICENSES.txt"), licencesOf(packages));
  writeFileSync(join(made, "sbom.cdx.json"), sbom(root, packages));
};

// Their code is in src/generated already, where no import shows it.
const GENERATED_WITH = ["ajv", "ajv-i18n"];
// Their code is inside another package's.
const INSIDE_OTHERS = ["fflate", "docx/node_modules/nanoid"];

/** The packages of others whose code is in dist/, by name. */
const packagesOf = (inputs: readonly string[]): string[] => {
  const imported = inputs.flatMap((path) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    return name === undefined ? [] : [name];
  });
  return [...new Set([...imported, ...GENERATED_WITH, ...INSIDE_OTHERS])].sort();
};

/** Their licences, as those ask for. */
const licencesOf = (names: readonly string[]): string =>
  names
    .map((name) => {
      const folder = join(root, "node_modules", name);
      const { version, license } = JSON.parse(
        readFileSync(join(folder, "package.json"), "utf8"),
      ) as { version: string; license: string };
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text =
        file === undefined ? "(no licence file)" : readFileSync(join(folder, file), "utf8");
      return `${name.replace(/^.*\/node_modules\//, "")} ${version} (${license})\n\n${text.trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);

const types = async (): Promise<void> => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const child = spawn(
    process.execPath,
    [tsc, "--project", "tsconfig.build.json", "--outDir", join(made, "types")],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error("the types could not be built; see above");
  // Declarations that are written by hand or made by a generator are not copied by the compiler.
  for (const name of readdirSync(join(root, "src/generated"))) {
    if (!name.endsWith(".d.ts") || name.startsWith("law-")) continue;
    copyFileSync(join(root, "src/generated", name), join(made, "types/generated", name));
  }
};

/** npm packs files with the modes that they have, which depend on the umask of whoever cloned and built. */
const settleModes = (): void => {
  for (const entry of readdirSync(made, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  chmodSync(join(made, "cli.js"), 0o755);
  for (const name of PACKED_BESIDE) chmodSync(join(root, name), 0o644);
};

const PACKED_BESIDE = ["package.json", "README.md", "LICENSE", "NOTICE"];

rmSync(made, { recursive: true, force: true });
mkdirSync(join(made, "bundle"), { recursive: true });
for (const name of ["policy.wasm", "data.json", "manifest.json"]) {
  copyFileSync(join(root, "build", name), join(made, "bundle", name));
}
copyFileSync(join(root, "build/bundle.tar.gz"), join(made, "bundle.tar.gz"));
if (existsSync(join(root, "schemas"))) {
  cpSync(join(root, "schemas"), join(made, "schemas"), { recursive: true });
}
await Promise.all([bundleSources(), types()]);
settleModes();
rmSync(dist, { recursive: true, force: true });
renameSync(made, dist);
