// One bundle for both engines: what an unmodified OPA sees in it, and what it must not hold.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bundle, readBundle, writeBundle } from "../../src/bundle/index.js";
import { BUNDLE, shippedData } from "../support/shipped-policy.js";
import { OPA } from "../support/tiny-policy.js";

const policies = fileURLToPath(new URL("../../policies", import.meta.url));

const opaEval = (bundle: string, query: string, ...flags: string[]): unknown => {
  const args = ["eval", "--bundle", bundle, "--format", "raw", ...flags, query];
  return JSON.parse(execFileSync(OPA, args, { encoding: "utf8", maxBuffer: 2 ** 26 })) as unknown;
};

let bundle: Bundle;
beforeAll(async () => {
  bundle = await readBundle(new Uint8Array(readFileSync(BUNDLE)));
});

describe("the bundle", () => {
  it("gives an unmodified OPA the data that our host has", () => {
    expect(opaEval(BUNDLE, '{"law": data.law, "tables": data.tables}')).toEqual(shippedData());
  });

  it("holds the data that OPA reads from the sources, whatever YAML makes of a word", () => {
    const read = opaEval(
      policies,
      '{"law": data.law, "tables": data.tables}',
      "--ignore",
      "*_test.rego",
    );
    expect(read).toEqual(shippedData());
  });

  it("is a policy for an unmodified OPA, which takes no notice of policy.wasm", () => {
    expect(opaEval(BUNDLE, "is_object(data.amrnci.decision)")).toBe(true);
  });

  it("holds every policy and no test", () => {
    const rego = [...bundle.files.keys()].filter((name) => name.endsWith(".rego"));
    expect(rego).toContain("amrnci/decision.rego");
    expect(rego.filter((name) => name.endsWith("_test.rego"))).toEqual([]);
    for (const name of rego) {
      const source = readFileSync(join(policies, name));
      expect(Buffer.compare(source, bundle.files.get(name) ?? Buffer.alloc(0)), name).toBe(0);
    }
  });

  it("has a manifest that promises no WASM, which a plain OPA would refuse", () => {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bundle.files.get(".manifest")));
    expect(manifest).toEqual({
      revision: shippedData().law.revision,
      roots: ["amrnci", "law", "tables"],
      rego_version: 1,
      metadata: { logic_version: 1 },
    });
  });

  it("has WASM that needs nothing from its host but memory and a way to fail", () => {
    const module = new WebAssembly.Module(bundle.wasm);
    expect(new Set(WebAssembly.Module.imports(module).map(({ module: from }) => from))).toEqual(
      new Set(["env"]),
    );
  });

  it("is the same bytes when its files are packed again, in whatever order", async () => {
    const again = await writeBundle(new Map([...bundle.files].reverse()));
    expect(Buffer.compare(again, readFileSync(BUNDLE))).toBe(0);
  });
});

describe("unpacked with tar", () => {
  let folder: string;
  let unpacked: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "amrnci-bundle-"));
    unpacked = join(folder, "bundle");
    mkdirSync(unpacked);
    execFileSync("tar", ["-xzf", BUNDLE, "-C", unpacked]);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("and packed again, it is read as the same bundle", async () => {
    const packed = join(folder, "again.tar.gz");
    execFileSync("tar", ["-czf", packed, "."], { cwd: unpacked });
    const again = await readBundle(new Uint8Array(readFileSync(packed)));
    expect(again.manifest).toEqual(bundle.manifest);
    expect(new Set(again.files.keys())).toEqual(new Set(bundle.files.keys()));
  });

  it("and signed by OPA, every file of it is covered, policy.wasm included", () => {
    const key = ["--signing-key", "secret", "--signing-alg", "HS256"];
    execFileSync(OPA, ["sign", ...key, "--bundle", "."], { cwd: unpacked });
    const { signatures } = JSON.parse(readFileSync(join(unpacked, ".signatures.json"), "utf8")) as {
      signatures: string[];
    };
    const payload = signatures[0]?.split(".")[1] ?? "";
    const { files } = JSON.parse(Buffer.from(payload, "base64url").toString()) as {
      files: { name: string }[];
    };
    expect(new Set(files.map(({ name }) => name))).toEqual(new Set(bundle.files.keys()));

    const signed = join(folder, "signed.tar.gz");
    // By name: OPA does not find ./data.json in a signature of data.json.
    execFileSync("tar", ["-czf", signed, ...readdirSync(unpacked)], { cwd: unpacked });
    const verify = ["--verification-key", "secret", "--signing-alg", "HS256"];
    const loads = (key: string[]): unknown =>
      execFileSync(OPA, ["build", ...key, "--bundle", signed, "-o", join(folder, "out.tar.gz")], {
        stdio: "pipe",
      });
    expect(() => loads(verify)).not.toThrow();
    expect(() => loads(["--verification-key", "another", "--signing-alg", "HS256"])).toThrow();
  });
});
