// Bundles as a publisher makes them: the shipped logic, other data, a signature by a key of the test.
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { manifestFor, readBundle, type Verification, writeBundle } from "../../src/bundle/index.js";
import { signBundle } from "../../src/bundle/signature/sign.js";
import { BUNDLE } from "./shipped-policy.js";

export type Bytes = Uint8Array<ArrayBuffer>;

const keyPair = (): { private: string; public: string } => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    private: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    public: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
};

const release = keyPair();
const stranger = keyPair();

/** The public key that the test's hosts trust, as a file of theirs holds it; ES256. */
export const RELEASE_KEY = release.public;

/** The same for hosts in this process. */
export const verification: Verification = {
  keys: { release: { algorithm: "ES256", key: release.public } },
};

export interface Publishing {
  readonly revision?: string;
  readonly not_after?: unknown;
  readonly roots?: readonly string[];
  readonly logic_version?: number;
  /** Instead of the shipped module. */
  readonly wasm?: Bytes;
  /** Changes the data of the law. */
  readonly law?: (law: Record<string, unknown>) => Record<string, unknown>;
  readonly key?: "release" | "stranger" | "none";
}

const shipped = await readBundle(new Uint8Array(readFileSync(BUNDLE)));

/** A signed bundle. */
export const publish = async ({
  revision = "2026.1",
  not_after,
  roots,
  logic_version,
  wasm,
  law = (same) => same,
  key = "release",
}: Publishing = {}): Promise<Bytes> => {
  const version = logic_version === undefined ? {} : { logic_version };
  const data = {
    ...shipped.data,
    law: { ...law(shipped.data.law as Record<string, unknown>), revision, ...version },
  };
  const manifest = manifestFor(data, roots ?? shipped.manifest.roots) as { metadata: object };
  const metadata = { ...manifest.metadata, ...(not_after === undefined ? {} : { not_after }) };
  const line = (value: object): Bytes => new TextEncoder().encode(JSON.stringify(value));
  const bytes = await writeBundle(
    new Map([
      ...shipped.files,
      [".manifest", line({ ...manifest, metadata })],
      ["data.json", line(data)],
      ["policy.wasm", wasm ?? shipped.wasm],
    ]),
  );
  if (key === "none") return bytes;
  const pem = (key === "release" ? release : stranger).private;
  return signBundle(bytes, { algorithm: "ES256", key: pem, keyid: "release" });
};

/** A bundle with one byte of its archive changed. */
export const tampered = (bytes: Bytes): Bytes => {
  const tar = gunzipSync(bytes);
  // In the middle stands the text of some Rego or of the data.
  const at = tar.indexOf("particularly_major");
  tar[at] = (tar[at] ?? 0) ^ 1;
  return new Uint8Array(gzipSync(tar));
};

/** The law with a higher number, which seven million yuan no longer reach: LOSS is then general. */
export const higherNumber = (law: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(law).replace('"yuan":5000000', '"yuan":7000001')) as typeof law;

/** Seven million yuan: relatively major by condition 7. */
export const LOSS = {
  incident: { id: "loss", unstated: "none", impact: { direct_economic_loss_yuan: 7_000_000 } },
};
