// The hash of a document is OPA's, however the document is written.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/bundle/signature/canonical.js";
import { hashOf, type SignedFile } from "../../src/bundle/signature/hash.js";
import { OPA } from "../support/tiny-policy.js";
import { type Bytes, bytesOf, joined } from "./archive.js";
import { jsonText } from "./json-texts.js";

/** The hashes by which `opa sign` names these files. */
const hashesByOpa = (files: ReadonlyMap<string, Bytes>): Map<string, string> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-hash-"));
  try {
    for (const [name, bytes] of files) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const key = ["--signing-key", "a secret", "--signing-alg", "HS256"];
    execFileSync(OPA, ["sign", ...key, "--bundle", "."], { cwd: folder });
    const { signatures } = JSON.parse(readFileSync(join(folder, ".signatures.json"), "utf8")) as {
      signatures: string[];
    };
    const claims = Buffer.from(signatures[0]?.split(".")[1] ?? "", "base64url").toString();
    const { files: signed } = JSON.parse(claims) as { files: SignedFile[] };
    return new Map(signed.map(({ name, hash }) => [name, hash]));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Every document as data.json in a folder of its own; what we hash otherwise than OPA. */
const differing = async (documents: readonly unknown[]): Promise<unknown[]> => {
  const name = (at: number): string => `n${String(at)}/data.json`;
  const files = new Map(documents.map((text, at) => [name(at), bytesOf(text)]));
  const byOpa = hashesByOpa(files);
  const different: unknown[] = [];
  for (const [at, text] of documents.entries()) {
    const hash = await hashOf(name(at), files.get(name(at)) ?? bytesOf(""), "SHA-256");
    if (hash !== byOpa.get(name(at))) different.push(text);
  }
  expect(byOpa.size).toBe(documents.length);
  return different;
};

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("the hash of a document", () => {
  it("is OPA's for documents that encoders disagree on", async () => {
    const documents = [
      '{"\u{1f600}": 1, "\uffff": 2, "\ud7ff": 3, "z": 4, "": 5}',
      '{"a":1.0,"b":1e5,"c":-0,"d":1E+2,"e":123456789012345678901234567890}',
      '"<script>&amp;\u2028\u2029\u007f\\u0000\\u001f\\b\\f\\/"',
      '"\\ud800 \\udfff \\ud83d\\ude00 \\uD83D\\uDE00 \\ud83d\\ud83d\\ude00"',
      '{"\\ud800": 1, "\\uffff": 2, "\\uFFFE": 3}',
      '\t{ "b" : [ ] , "a" : { } }\r\n',
      "null",
      "0",
      nested(490),
      `${'{"a":'.repeat(490)}1${"}".repeat(490)}`,
      joined(new Uint8Array([0xef, 0xbb, 0xbf]), bytesOf({ a: 1 })),
      '{"__proto__": 1, "constructor": 2, "10": 3, "9": 4, "1": 5}',
    ];
    expect(await differing(documents)).toEqual([]);
  });

  it("is OPA's for random documents, however they are written", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const different = await differing(fc.sample(jsonText, { numRuns: 1_000, seed }));
    expect({ seed, different }).toEqual({ seed, different: [] });
  });

  it("is that of the bytes for every other file, whatever it looks like", async () => {
    const files = new Map(
      ["a.json", "data.json.txt", "xdata.json", "a.rego", "a.manifest.txt", "data/a.yaml"].map(
        (name) => [name, bytesOf('{ "b": 1, "a": 1.0 }\n')],
      ),
    );
    const byOpa = hashesByOpa(files);
    for (const [name, bytes] of files) {
      expect([name, await hashOf(name, bytes, "SHA-256")]).toEqual([name, byOpa.get(name)]);
    }
  });

  it("is OPA's for a manifest, in whatever folder", async () => {
    const files = new Map(
      [".manifest", "law/.manifest"].map((name) => [
        name,
        bytesOf('{ "revision": "r", "a": 1.0 }'),
      ]),
    );
    const byOpa = hashesByOpa(files);
    for (const [name, bytes] of files) {
      expect(await hashOf(name, bytes, "SHA-256")).toBe(byOpa.get(name));
    }
  });
});

describe("a document has no hash", () => {
  it.each([
    ["that is no JSON", "a: 1", /JSON/],
    ["that ends early", '{"a": ', /JSON/],
    ["that is two", "{} {}", /JSON/],
    ["with a key twice", '{"a": 1, "b": {"a": 1}, "\\u0061": 2}', /the key a twice/],
    [
      "with two keys that are one once half pairs are replaced",
      '{"\\ud800": 1, "\\ud801": 2}',
      /the key \ufffd twice/,
    ],
    ["that is deeper than any data", nested(501), /deeper than 500 levels/],
    ["that is much deeper", nested(100_000), /deeper than 500 levels/],
  ])("%s", (_, text, message) => {
    expect(() => canonicalJson("data.json", text)).toThrow(message);
  });
});
