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
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { rolldown } from "rolldown";
import { sbom } from "./sbom.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
// Made beside and moved into place whole: whoever runs dist/ meanwhile never finds half of it.
const made = join(root, ".cache/dist");

// Two thirds of the SDK are two libraries for built-ins that no policy of ours may call (a module
// that needs them is refused when it is loaded), so they are left out.
const LEFT_OUT = /^(yaml|sprintf-js)$/;
const OF_THE_SDK = /[\\/]opa-wasm[\\/]/;

const withoutSdkBuiltins: Plugin = {
  name: "without-sdk-builtins",
  setup(steps) {
    steps.onResolve({ filter: LEFT_OUT }, ({ importer, path }) =>
      OF_THE_SDK.test(importer) ? { path, namespace: "left-out" } : undefined,
    );
    steps.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "module.exports = {};",
    }));
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
      { in: "src/cli/main.ts", out: "cli" },
      // A thread is started from a file.
      { in: "src/cli/batch/worker.ts", out: "batch-worker" },
    ],
    chunkNames: "node-[hash]",
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
  const inputs = [
    ...[forNode, forAll].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
    ...(await buildCommand()),
  ];
  const packages = packagesOf(inputs);
  writeFileSync(join(made, "THIRD-PARTY-LICENSES.txt"), licencesOf(packages));
  writeFileSync(join(made, "sbom.cdx.json"), sbom(root, packages));
};

/**
 * The command line as CommonJS, which Node starts in a third less time than the same as ES modules: what
 * `evaluate` needs is one file, and what other commands need is loaded when they are called.
 */
const buildCommand = async (): Promise<string[]> => {
  const start = join(root, "src/cli/start.ts");
  const atOnce = new Set<string>();
  const bundle = await rolldown({
    cwd: root,
    input: { command: start },
    platform: "node",
    plugins: [
      {
        name: "without-sdk-builtins",
        resolveId: (id, importer) =>
          LEFT_OUT.test(id) && OF_THE_SDK.test(importer ?? "") ? "\0left-out" : null,
        load: (id) => (id === "\0left-out" ? "module.exports = {};" : null),
      },
      {
        // Reports are loaded as users do, from their own file: docx is large and stands there once.
        name: "reports-once",
        resolveId: (id, importer) =>
          id.endsWith("/report/index.js") && /[\\/]src[\\/]cli[\\/]/.test(importer ?? "")
            ? { id: "./report.js", external: true }
            : null,
      },
      {
        name: "at-once",
        buildEnd() {
          const add = (id: string): void => {
            if (atOnce.has(id)) return;
            atOnce.add(id);
            this.getModuleInfo(id)?.importedIds.forEach(add);
          };
          [start, ...AT_ONCE.map((path) => join(root, path))].forEach(add);
        },
      },
    ],
    // They are of the first file all the same (`codeSplitting`).
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.write({
    dir: made,
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "command-[hash].cjs",
    minify: true,
    comments: false,
    codeSplitting: { groups: [{ name: "at-once", test: (id) => atOnce.has(id) }] },
  });
  await bundle.close();
  return output.flatMap((file) =>
    file.type === "chunk" ? file.moduleIds.map((id) => relative(root, id)) : [],
  );
};

/** What `evaluate` imports once it is called. */
const AT_ONCE = [
  "src/cli/evaluate/evaluate.ts",
  "src/cli/verification.ts",
  "src/input/index.ts",
  "src/index.ts",
];

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
