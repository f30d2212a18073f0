// What the real OPA says of a bundle: `opa run`, and an OPA server that takes it from a bundle service.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { OPA } from "../support/tiny-policy.js";

/** How a bundle is verified: what OPA's options and its configuration say alike. */
export interface Asked {
  readonly key: string;
  readonly algorithm: string;
  /** The name under which the key is configured. */
  readonly name: string;
  /** The key that is asked for; a configuration may leave it open, the command line can't. */
  readonly keyid?: string;
  readonly scope?: string;
  /** What a server's configuration says of the bundle beside that; null for no `signing` at all. */
  readonly signing?: object | null;
}

/** What OPA says: null where it accepts, else its words; undefined where it can't be asked that. */
export type Said = string | null | undefined;

/** `opa run --bundle FILE --verification-key …`, which loads the bundle and ends. */
export const opaRun = (bundle: Uint8Array, asked: Asked): Promise<Said> =>
  inFolder(async (folder) => {
    // The one key of the command line is the one that is asked for.
    if (asked.keyid !== asked.name || asked.signing !== undefined) return undefined;
    writeFileSync(join(folder, "bundle.tar.gz"), bundle);
    writeFileSync(join(folder, "key"), asked.key);
    const args = ["--verification-key", "key", "--signing-alg", asked.algorithm];
    args.push("--verification-key-id", asked.keyid);
    if (asked.scope !== undefined) args.push("--scope", asked.scope);
    const opa = spawn(OPA, ["run", "--bundle", "bundle.tar.gz", ...args], { cwd: folder });
    opa.stdin.end();
    let said = "";
    for (const stream of [opa.stdout, opa.stderr]) {
      stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    }
    const code = await new Promise((resolve) => opa.once("close", resolve));
    return code === 0 ? null : said.trim();
  });

/** An OPA server that downloads the bundle; what it says once it has tried. */
export const opaService = async (bundle: Uint8Array, asked: Asked): Promise<Said> => {
  const service = createServer((_, response) => response.end(bundle));
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${String((service.address() as AddressInfo).port)}`;
  try {
    return await inFolder((folder) => served(folder, url, asked));
  } finally {
    service.closeAllConnections();
    service.close();
  }
};

const served = async (folder: string, url: string, asked: Asked): Promise<Said> => {
  const { name, key, algorithm, keyid, scope, signing } = asked;
  const verified = signing === null ? {} : { signing: { keyid, scope, ...signing } };
  const config = {
    services: { service: { url } },
    keys: { [name]: { key, algorithm } },
    bundles: { bundle: { service: "service", resource: "bundle.tar.gz", ...verified } },
  };
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const log = ["--log-format", "json", "--log-level", "info"];
  const where = ["--addr", "127.0.0.1:0", "--skip-version-check"];
  const args = ["run", "--server", ...where, ...log, "--config-file", "config.json"];
  const opa = spawn(OPA, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const closed = new Promise((resolve) => opa.once("close", resolve));
  try {
    let lines = "";
    for await (const chunk of opa.stderr) {
      lines += String(chunk);
      const verdict = verdictIn(lines);
      if (verdict !== undefined) return verdict;
    }
    // It ends by itself where it can't use its configuration, and says so elsewhere.
    return (await text(opa.stdout)).trim();
  } finally {
    opa.kill("SIGKILL");
    await closed;
  }
};

const verdictIn = (lines: string): Said | undefined => {
  for (const line of lines.split("\n").slice(0, -1)) {
    if (!line.startsWith("{")) continue;
    const { msg = "" } = JSON.parse(line) as { msg?: string };
    if (msg.startsWith("Bundle loaded and activated")) return null;
    const [, why] = /^Bundle (?:load|activation) failed: (.*)/s.exec(msg) ?? [];
    if (why !== undefined) return why;
  }
  return undefined;
};

const inFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-opa-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
