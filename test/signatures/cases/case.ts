import { createHash, createHmac, sign } from "node:crypto";
import { hashOf } from "../../../src/bundle/signature/hash.js";
import { archive, bytesOf, type Bytes, type Entry } from "../archive.js";
import { rsaPair } from "../keys.js";
import type { Asked } from "../opa.js";

/** A bundle that was tampered with, and how it is asked for. */
export interface Case {
  /** What is wrong with it, as the documentation says it. */
  readonly title: string;
  readonly make: () => Promise<Bytes>;
  /** How it is verified: with the key that signed the whole one, unless stated. */
  readonly asked?: Partial<Asked>;
  /** Why we say otherwise than OPA. */
  readonly why?: string;
}

/** The pair of keys that signs, and one that has nothing to do with it. */
export const signer = rsaPair();
export const stranger = rsaPair();

export const ASKED: Asked = {
  key: signer.verification,
  algorithm: "RS256",
  name: "release",
  keyid: "release",
};

export type Files = Readonly<Record<string, unknown>>;

/** A whole bundle, with a file of each kind. */
export const WHOLE: Files = {
  ".manifest": {
    revision: "r1",
    roots: ["amrnci", "law"],
    rego_version: 1,
    metadata: { logic_version: 1 },
  },
  "amrnci/decision.rego": 'package amrnci\n\ndecision := {"status": "decided"}\n',
  "law/2025-11-01/data.json": '{"valid_from": "2025-11-01", "share": 1.0, "quote": "以上 ≥ <b>"}',
  "law/data.json": { revision: "r1", logic_version: 1 },
  "policy.wasm": new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  "README.md": "The rules.\n",
};

export const entriesOf = (files: Files): Entry[] =>
  Object.entries(files).map(([name, content]) => ({ name, content }));

export const without = (name: string, files: Files = WHOLE): Files =>
  Object.fromEntries(Object.entries(files).filter(([key]) => key !== name));

/** The claims over some files, as `opa sign` makes them. */
export const claimsOf = async (
  files: Files,
  algorithm = "SHA-256",
): Promise<Record<string, unknown>> => ({
  files: await Promise.all(
    Object.entries(files).map(async ([name, content]) => ({
      name,
      hash: await hashOf(name, bytesOf(content), algorithm),
      algorithm,
    })),
  ),
});

/** A compact JWS over claims, whatever its header says; signed by RS256 unless stated. */
export const jws = (
  claims: unknown,
  header: Record<string, unknown> = { alg: "RS256", kid: "release" },
  signed: (input: string) => Buffer = (input) => sign("sha256", Buffer.from(input), signer.signing),
): string => {
  const [first, second] = [header, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const input = `${first ?? ""}.${second ?? ""}`;
  return `${input}.${signed(input).toString("base64url")}`;
};

export const hmac =
  (secret: string) =>
  (input: string): Buffer =>
    createHmac("sha256", secret).update(input).digest();

/** The file of signatures that `opa sign` writes. */
export const signatures = (...tokens: readonly string[]): Entry => ({
  name: ".signatures.json",
  content: { signatures: tokens },
});

/** A bundle of some entries, and the signature over other files where those are given. */
export const signedArchive = async (
  entries: readonly Entry[],
  signed: Files = WHOLE,
): Promise<Bytes> => archive([...entries, signatures(jws(await claimsOf(signed)))]);

/** A bundle that is signed as it is. */
export const signedBundle = (files: Files): Promise<Bytes> =>
  signedArchive(entriesOf(files), files);

/** The whole bundle with a file changed after it was signed. */
export const changed = (files: Files): Promise<Bytes> =>
  signedArchive(entriesOf({ ...WHOLE, ...files }));

/** The whole bundle with entries added after it was signed. */
export const added = (...entries: readonly Entry[]): Promise<Bytes> =>
  signedArchive([...entriesOf(WHOLE), ...entries]);

/** The whole bundle with claims or a header of its own. */
export const withToken = async (
  make: (claims: Record<string, unknown>) => string | Promise<string>,
): Promise<Bytes> => archive([...entriesOf(WHOLE), signatures(await make(await claimsOf(WHOLE)))]);

export const hexHash = (algorithm: string, content: unknown): string =>
  createHash(algorithm).update(bytesOf(content)).digest("hex");
