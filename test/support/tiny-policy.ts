import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";

export const OPA = fileURLToPath(new URL("../../.cache/bin/opa", import.meta.url));

/** Compiles Rego to WASM by the real OPA, with none of our limits on what it may use. */
export const compileRego = async (
  rego: string,
  entrypoint = "amrnci/decision",
): Promise<Uint8Array<ArrayBuffer>> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-rego-"));
  try {
    const source = join(folder, "policy.rego");
    const bundle = join(folder, "bundle.tar.gz");
    writeFileSync(source, rego);
    execFileSync(OPA, ["build", "-t", "wasm", "-e", entrypoint, "-o", bundle, source]);
    const entries = await unpackTar(gunzipSync(readFileSync(bundle)));
    const wasm = entries.find(({ header }) => header.name === "/policy.wasm")?.data;
    if (!wasm) throw new Error("opa build made no policy.wasm");
    return wasm;
  } finally {
    rmSync(folder, { recursive: true });
  }
};
