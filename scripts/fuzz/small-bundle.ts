import { type Signing, writeBundle } from "../../src/bundle/index.js";

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** A key for bundles that nobody but a fuzzer trusts. */
export const KEY = {
  key: "a secret of no value, long enough for HS256",
  algorithm: "HS256",
  keyid: "fuzz",
} as const satisfies Signing;

/** A bundle of a kilobyte, in which every byte matters. */
export const smallBundle = (): Promise<Uint8Array<ArrayBuffer>> =>
  writeBundle(
    new Map([
      [".manifest", json({ revision: "fuzz", roots: ["law", "tables"] })],
      ["law/data.json", json({ revision: "fuzz", versions: [{ valid_from: "2025-11-01" }] })],
      ["tables/data.json", Buffer.from('{"numbers": [1.0, 1e3], "text": "<&> \u2028"}')],
      ["policy.wasm", Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)],
    ]),
  );
