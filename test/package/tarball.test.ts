// What users install: the packed tarball, in an empty folder, with neither Go nor OPA at hand and
// without a network.
import { execFile } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedPolicy } from "../support/shipped-policy.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "examples/coupang-2025-supplement.json");
const run = promisify(execFile);

let folder: string;
let home: string;
let env: NodeJS.ProcessEnv;
/** The names of the files in the tarball. */
let packed: string[];

/** Where a program of this name stands on this machine. */
const found = (program: string): string => {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const path = folders.map((at) => join(at, program)).find((one) => existsSync(one));
  if (path === undefined) throw new Error(`there is no ${program} on PATH`);
  return realpathSync(path);
};

const at = (
  program: string,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string }> =>
  run(program, args, { cwd: home, env, maxBuffer: 16 * 1024 * 1024 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-package-"));
  home = join(folder, "home");
  const bin = join(folder, "bin");
  for (const made of [home, bin]) mkdirSync(made);
  // Only what Node brings, and a shell: whatever else the package called would be missed.
  symlinkSync(process.execPath, join(bin, "node"));
  for (const program of ["npm", "npx"]) symlinkSync(found(program), join(bin, program));
  symlinkSync("/bin/sh", join(bin, "sh"));
  env = {
    PATH: bin,
    HOME: home,
    LANG: "C",
    npm_config_cache: join(folder, "cache"),
    npm_config_offline: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
  };
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run(join(bin, "npm"), pack, { cwd: root, env });
  const [tarball] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  packed = (tarball?.files ?? []).map(({ path }) => path);
  writeFileSync(join(home, "package.json"), '{"name":"home","private":true,"type":"module"}');
  await at(join(bin, "npm"), ["install", join(folder, tarball?.filename ?? "")]);
  copyFileSync(example, join(home, "example.json"));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const program = (name: string): string => join(folder, "bin", name);

const installed = (name: string): string => join(home, "node_modules/.bin", name);

describe("the packed tarball", () => {
  it("brings no package but itself", () => {
    const packages = readdirSync(join(home, "node_modules")).filter(
      (name) => !name.startsWith("."),
    );
    expect(packages).toEqual(["amrnci"]);
  });

  it("holds what runs, its schemas, its licence, and nothing of how it was made", () => {
    for (const name of ["LICENSE", "NOTICE", "README.md", "dist/cli.js", "dist/index.js"]) {
      expect(packed).toContain(name);
    }
    expect(packed).not.toContain("dist/.stamp");
    for (const name of packed)
      expect(name).toMatch(/^(?:dist\/|LICENSE$|NOTICE$|README|package\.json$)/);
    expect(
      packed.filter((name) => /\.(?:ts|rego|map|tsbuildinfo)$/.test(name.replace(".d.ts", ""))),
    ).toEqual([]);
  });

  it("names a file for every name that it exports", async () => {
    const { messages } = await publint({ pkgDir: join(home, "node_modules/amrnci"), strict: true });
    const pkg = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});

describe("the command, installed", { timeout: 60_000 }, () => {
  it("evaluates an example as the project does", async () => {
    const { stdout } = await at(program("npx"), [
      "amrnci",
      "evaluate",
      "example.json",
      "--format",
      "json",
    ]);
    const request = JSON.parse(readFileSync(example, "utf8")) as object;
    const policy = await shippedPolicy();
    expect(JSON.parse(stdout)).toEqual(policy.evaluate(request));
  });

  it("speaks both languages", async () => {
    const speak = async (lang: string): Promise<string> =>
      (await at(installed("amrnci"), ["evaluate", "example.json", "--lang", lang])).stdout;
    expect(await speak("en")).toContain("ajor");
    expect(await speak("zh")).toContain("重大");
  });

  it("checks data and packs a bundle of it, which it then evaluates by", async () => {
    const law = join(home, "law");
    cpSync(join(root, "policies/law"), law, { recursive: true });
    const checked = await at(installed("amrnci"), ["law", "check", law]);
    expect(checked.stdout).toContain("nothing wrong was found");
    const bundle = join(home, "bundle.tar.gz");
    const flags = ["--law", law, "--revision", "home.1", "--output", bundle];
    await at(installed("amrnci"), ["bundle", "pack", ...flags]);
    const evaluate = ["evaluate", "example.json", "--format", "json", "--bundle", bundle];
    const { stdout } = await at(installed("amrnci"), evaluate);
    expect(JSON.parse(stdout)).toMatchObject({ rules: { revision: "home.1" } });
  });

  it("knows its version", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    expect((await at(installed("amrnci"), ["--version"])).stdout.trim()).toContain(version);
  });
});

describe("the library, installed", { timeout: 60_000 }, () => {
  it("evaluates, compares and throws its own errors", async () => {
    const script = `
      import { createRequire } from "node:module";
      import { readFileSync } from "node:fs";
      import { createEvaluator, isAmrnciError } from "amrnci";
      const evaluator = await createEvaluator();
      const impact = { personal_information: { persons_leaked: 1_000_000 } };
      const request = { incident: { id: "x", impact } };
      const codes = [];
      try { evaluator.evaluate({}); } catch (error) { if (isAmrnciError(error)) codes.push(error.code); }
      const { readSignedBundle, signBundle } = await import("amrnci/bundle");
      const bundle = new Uint8Array(readFileSync(new URL("../bundle.tar.gz", import.meta.resolve("amrnci/policy.wasm"))));
      const key = { key: "x".repeat(32), algorithm: "HS256" };
      const signed = await signBundle(bundle, { ...key, keyid: "k" });
      const { signer } = await readSignedBundle(signed, { keys: { k: key } });
      const wasm = new URL(import.meta.resolve("amrnci/policy.wasm"));
      const schema = createRequire(import.meta.url)("amrnci/schemas/request.schema.json");
      console.log(JSON.stringify({
        floor: evaluator.evaluate(request).grade.floor,
        compared: evaluator.compareReadings(request).length,
        codes,
        signer,
        wasm: WebAssembly.validate(readFileSync(wasm)),
        schema: schema.title,
      }));`;
    writeFileSync(join(home, "use.js"), script);
    expect(JSON.parse((await at(program("node"), ["use.js"])).stdout)).toEqual({
      floor: "relatively_major",
      compared: 10,
      codes: ["request_invalid"],
      signer: { keyid: "k", algorithm: "HS256", scope: null },
      wasm: true,
      schema: "Request",
    });
  });

  it("is typed for a strict consumer, down to the types that it relies on", async () => {
    const source = `
      import { AmrnciError, createEvaluator, type Decision, type Evaluator } from "amrnci";
      import { readSignedBundle, type Signer, type Verification } from "amrnci/bundle";
      const verification: Verification = { keys: { release: { key: "pem", algorithm: "ES256" } } };
      export const signerOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<Signer> =>
        (await readSignedBundle(bytes, verification, { entries: 100 })).signer;
      const evaluator: Evaluator = await createEvaluator({ memoryBytes: 1 << 26 });
      const decision: Decision = evaluator.evaluate({ incident: { id: "x" } });
      export const due: (string | null)[] = decision.duties.map((duty) => duty.due);
      export const floor: "general" | "relatively_major" | "major" | "particularly_major" | undefined =
        decision.grade?.floor;
      export const codes = (error: AmrnciError): string[] => error.issues.map((issue) => issue.path);
      // @ts-expect-error a decision has no such member
      export const wrong = decision.severity;`;
    writeFileSync(join(home, "use.ts"), source);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2022",
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      types: [],
    };
    writeFileSync(
      join(home, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["use.ts"] }),
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = await at(program("node"), [tsc, "--project", home]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe("");
  });
});
