// What the package's entry points are to those who bundle them: typed, small, still until called.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { Ajv } from "ajv";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { sizesOf } from "../../scripts/bench/process.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const pkg = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  exports: Record<string, unknown>;
};
const ENTRIES = Object.keys(pkg.exports).filter((name) => !/\.wasm$|\*/.test(name));
/** Those that run at the edge and in browsers. */
const EVERYWHERE = ENTRIES.filter((name) => name !== "./records");

/** What a user's bundler makes of a line that imports from the package. */
const bundled = async (line: string, platform: "node" | "browser" = "browser"): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: line, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform,
    // The package finds itself by its name, as it is installed.
    conditions: platform === "browser" ? ["browser", "worker"] : [],
    splitting: true,
    outdir: "/out",
    external: ["node:*"],
    logLevel: "error",
  });
  // The first file is what is loaded at once; the others are loaded when they are asked for.
  return outputFiles[0]?.text ?? "";
};

const KB = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length / 1024;

describe("the package's entry points", { timeout: 60_000 }, () => {
  it("resolve with right types wherever modules are resolved", async () => {
    const folder = mkdtempSync(join(tmpdir(), "amrnci-attw-"));
    const flags = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const { stdout } = await run("npm", flags, { cwd: root, maxBuffer: 2 ** 26 });
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    const tarball = createPackageFromTarballData(
      new Uint8Array(readFileSync(join(folder, packed!.filename))),
    );
    rmSync(folder, { recursive: true });
    const result = await checkPackage(tarball, { entrypoints: ENTRIES });
    if (result.types === false) throw new Error("no types");
    // ESM only: what asks by require, or knows no exports at all, finds nothing, and is told.
    const asked = result.problems.filter((problem) => {
      const kind = "resolutionKind" in problem ? problem.resolutionKind : undefined;
      return kind !== "node10" && kind !== "node16-cjs";
    });
    expect(asked).toEqual([]);
  });

  it("name files that are there, and nothing else is reached", () => {
    expect(Object.keys(pkg.exports)).toEqual(
      expect.arrayContaining([
        ".",
        "./http",
        "./bundle",
        "./records",
        "./policy.wasm",
        "./schemas/*",
      ]),
    );
    const files = JSON.stringify(pkg.exports).match(/\.\/dist\/[^"*]+/g) ?? [];
    for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  });

  it("leave nothing behind where nothing of them is used", async () => {
    for (const name of ENTRIES) {
      const line = `import "amrnci${name.slice(1)}"; import * as all from "amrnci${name.slice(1)}";`;
      expect(await bundled(line, "node"), name).toBe("");
    }
  });

  it.each(ENTRIES)("%s does nothing when it is imported", async (name) => {
    const script = `
      const done = [];
      const forbid = (object, key) => {
        const was = object[key];
        object[key] = function (...all) { done.push(key); return was.apply(this, all); };
      };
      for (const key of ["fetch", "setTimeout", "setInterval", "setImmediate"]) forbid(globalThis, key);
      for (const key of ["compile", "instantiate"]) forbid(WebAssembly, key);
      for (const key of ["on", "once", "exit"]) forbid(process, key);
      const { default: fs } = await import("node:fs");
      const before = Object.keys(globalThis).length;
      await import("amrnci${name.slice(1)}");
      if (Object.keys(globalThis).length !== before) done.push("global");
      console.log(JSON.stringify(done));`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
      cwd: root,
    });
    expect(JSON.parse(stdout)).toEqual([]);
  });

  it("give only what is asked for", async () => {
    const error = await bundled('export { isAmrnciError } from "amrnci";');
    expect(error.length).toBeLessThan(1_500);
    const reading = await bundled('export { readBundle } from "amrnci/bundle";');
    // Validators and what follows a source: not needed to look into a bundle.
    for (const absent of ["directly_subordinate_unit", "if-none-match"])
      expect(reading.includes(absent), absent).toBe(false);
    const handler = await bundled('export { createHandler } from "amrnci/http";');
    for (const absent of ["opa_eval", "openapi:", "Directives"])
      expect(handler.includes(absent), absent).toBe(false);
    const evaluator = await bundled('export { createEvaluator } from "amrnci";');
    for (const absent of ["RSASSA", "Directives", "Prometheus"])
      expect(evaluator.includes(absent), absent).toBe(false);
  });

  it.each(EVERYWHERE)(
    "%s needs no Node, evaluates no text as code, loads no code",
    async (name) => {
      const text = await bundled(`export * from "amrnci${name.slice(1)}";`);
      const found = /(?:from|import)"node:\w*|(?<![.\w])eval\(|new Function\(|importScripts/.exec(
        text,
      );
      expect(found?.[0]).toBeUndefined();
    },
  );

  it("stay within their budgets", async () => {
    const { wasm, host, read } = await sizesOf(root);
    expect(wasm).toBeLessThanOrEqual(80);
    // What a decision needs: the reader of bundles and the words for people are loaded when they are wanted.
    expect(wasm + host + read).toBeLessThanOrEqual(130);
    const handler = KB(await bundled('export { createHandler } from "amrnci/http";'));
    expect(handler).toBeLessThan(22);
  });
});

describe("the bill of materials", () => {
  const bom = JSON.parse(readFileSync(join(root, "dist/sbom.cdx.json"), "utf8")) as {
    components: { name: string; group?: string; licenses: object[] }[];
  };

  it("follows the schema of CycloneDX", () => {
    const folder = join(root, "node_modules/@cyclonedx/cyclonedx-library/res/schema");
    const schema = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema(
      schema("spdx.SNAPSHOT.schema.json"),
      "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json",
    );
    ajv.addSchema(
      schema("jsf-0.82.SNAPSHOT.schema.json"),
      "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json",
    );
    const valid = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"));
    expect(valid(bom), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...bom, components: [{ name: "x" }] })).toBe(false);
  });

  it("lists whose licences are in the package, each with a licence", () => {
    const licences = readFileSync(join(root, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
    const names = [...licences.matchAll(/^(\S+) \d+\.\d+\.\S+ \(/gm)].map(([, name]) => name);
    const listed = bom.components.map(({ group, name }) =>
      group === undefined ? name : `${group}/${name}`,
    );
    expect(listed.sort()).toEqual(names.sort());
    expect(names).toContain("hono");
    for (const { licenses } of bom.components) expect(licenses).toHaveLength(1);
  });
});
