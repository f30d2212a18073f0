// Bundles as they come from outside: whole ones in the forms that tools write, and broken ones.
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { packTar, type TarHeader } from "modern-tar";
import { describe, expect, it } from "vitest";
import { readBundle, writeBundle } from "../../src/bundle/index.js";
import { AmrnciError } from "../../src/errors.js";
import { BUNDLE, shippedData } from "../support/shipped-policy.js";

type Bytes = Uint8Array<ArrayBuffer>;
type Files = Record<string, unknown>;

const encode = (content: unknown): Bytes =>
  content instanceof Uint8Array
    ? new Uint8Array(content)
    : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));

const WHOLE: Files = {
  ".manifest": { revision: "r1", roots: ["law", "tables"], metadata: { logic_version: 1 } },
  "data.json": { law: { revision: "r1", logic_version: 1 }, tables: {} },
  "policy.wasm": "wasm",
};

const bundleOf = (files: Files): Promise<Bytes> =>
  writeBundle(new Map(Object.entries(files).map(([name, content]) => [name, encode(content)])));
const without = (name: string): Files =>
  Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== name));

const archive = async (
  entries: readonly (Partial<TarHeader> & { name: string; content?: unknown })[],
): Promise<Bytes> => {
  const tar = await packTar(
    entries.map(({ content, ...header }) => {
      const body = content === undefined ? new Uint8Array() : encode(content);
      return { header: { size: body.byteLength, ...header }, body };
    }),
  );
  return new Uint8Array(gzipSync(tar));
};
const named = (rename: (name: string) => string): Promise<Bytes> =>
  archive(Object.entries(WHOLE).map(([name, content]) => ({ name: rename(name), content })));
const withEntry = (
  entry: Partial<TarHeader> & { name: string; content?: unknown },
): Promise<Bytes> =>
  archive([...Object.entries(WHOLE).map(([name, content]) => ({ name, content })), entry]);

const refusal = async (bytes: Bytes | Promise<Bytes>): Promise<string> => {
  const error: unknown = await readBundle(await bytes).then(
    () => new Error("it was read"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AmrnciError)) throw error as Error;
  expect(error.code).toBe("bundle_unreadable");
  return error.message;
};

describe("a bundle is read", () => {
  it("as the build made it", async () => {
    const { wasm, data, manifest } = await readBundle(new Uint8Array(readFileSync(BUNDLE)));
    expect(WebAssembly.validate(wasm)).toBe(true);
    expect(data).toEqual(shippedData());
    expect(manifest.revision).toBe(shippedData().law.revision);
    expect(manifest.metadata?.logic_version).toBe(1);
  });

  it.each([
    ["from the root, as OPA writes names", (name: string) => `/${name}`],
    ["from the folder, as tar writes them", (name: string) => `./${name}`],
  ])("with names %s", async (_, rename) => {
    expect((await readBundle(await named(rename))).manifest.revision).toBe("r1");
  });

  it("with folders among its entries", async () => {
    const bytes = await withEntry({ name: "law/", type: "directory" });
    expect((await readBundle(bytes)).data).toEqual(WHOLE["data.json"]);
  });

  it("with its data in the folders that name its place", async () => {
    const { data } = await readBundle(
      await bundleOf({
        ...without("data.json"),
        "law/data.json": { revision: "r1", logic_version: 1 },
        "law/2025-11-01/data.json": { grades: ["general"] },
        "law/2025-11-01/annex/data.json": { x: 1 },
      }),
    );
    expect(data).toEqual({
      law: {
        revision: "r1",
        logic_version: 1,
        "2025-11-01": { grades: ["general"], annex: { x: 1 } },
      },
    });
  });

  it("with a key __proto__ as a key like any other", async () => {
    const text = '{"law": {"revision": "r1", "logic_version": 1, "__proto__": {"polluted": true}}}';
    const { data } = await readBundle(
      await bundleOf({ ...WHOLE, "data.json": text, "law/more/data.json": {} }),
    );
    expect(Object.keys(data.law as object)).toContain("__proto__");
    expect(data.law).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("a bundle is refused", () => {
  it.each([
    ["policy.wasm", /holds no policy\.wasm/],
    [".manifest", /holds no \.manifest/],
    ["data.json", /holds no law/],
  ])("without %s", async (name, message) => {
    expect(await refusal(bundleOf(without(name)))).toMatch(message);
  });

  it.each<[string, Files, RegExp]>([
    ["data that is not JSON", { "data.json": "{" }, /data\.json is not JSON/],
    ["data that is not UTF-8", { "data.json": new Uint8Array([0x22, 0xff, 0x22]) }, /UTF-8/],
    ["data that is a list", { "data.json": [] }, /data\.json is not an object/],
    ["data in YAML", { "law/data.yaml": "a: 1" }, /law\/data\.yaml is YAML/],
    [
      "one value given twice",
      { "law/data.json": { revision: "r1" } },
      /law\/data\.json gives data\.law\.revision, which another/,
    ],
    ["a manifest that is a list", { ".manifest": [] }, /\.manifest is not an object/],
    [
      "a logic version that its data does not name",
      { "data.json": { law: { revision: "r1", logic_version: 2 } } },
      /names the logic version 1, its data 2/,
    ],
    ["no revision", { ".manifest": { roots: [] } }, /names no revision/],
    ["no roots", { ".manifest": { revision: "r1" } }, /lists no roots/],
    [
      "two revisions",
      { "data.json": { law: { revision: "r2" } } },
      /\.manifest has the revision r1, its data r2/,
    ],
    [
      "no revision in its data",
      { "data.json": { law: { logic_version: 1 } } },
      /\.manifest has the revision r1, its data –\./,
    ],
    [
      "a revision in its data that is no text",
      { "data.json": { law: { revision: { a: 1 } } } },
      /its data {"a":1}\./,
    ],
    ["a patch in place of files", { "patch.json": {} }, /delta bundle/],
  ])("with %s", async (_, files, message) => {
    expect(await refusal(bundleOf({ ...WHOLE, ...files }))).toMatch(message);
  });

  it.each([
    ["a symbolic link", { name: "link", type: "symlink", linkname: "data.json" }, /is a link/],
    ["a hard link", { name: "link", type: "link", linkname: "data.json" }, /is a link/],
    ["a file twice", { name: "policy.wasm", content: "other" }, /policy\.wasm twice/],
    ["a file twice by another name", { name: "./policy.wasm", content: "other" }, /twice/],
    ["a name that climbs", { name: "../data.json", content: "{}" }, /no file name/],
    ["a name that climbs within", { name: "law/../data.json", content: "{}" }, /no file name/],
    ["a name of another system", { name: "law\\data.json", content: "{}" }, /no file name/],
  ] as const)("with %s", async (_, entry, message) => {
    expect(await refusal(withEntry(entry))).toMatch(message);
  });

  it.each([
    ["nothing", () => new Uint8Array()],
    ["no gzip", () => encode("a text")],
    ["no tar in its gzip", () => new Uint8Array(gzipSync("a text"))],
    ["a tar that ends early", (tar: Bytes) => new Uint8Array(gzipSync(tar.subarray(0, 700)))],
    [
      "a tar with a bit changed in a header",
      (tar: Bytes) => {
        tar[0] = (tar[0] ?? 0) ^ 1;
        return new Uint8Array(gzipSync(tar));
      },
    ],
  ])("that is %s", async (_, make) => {
    const tar = new Uint8Array(gunzipSync(await bundleOf(WHOLE)));
    expect(await refusal(make(tar))).toMatch(/no whole/);
  });

  it.each([
    ["text", Buffer.from("something else entirely")],
    ["a second archive", Buffer.from(gzipSync("something else"))],
  ])("with %s after its end", async (_, rest) => {
    const bytes = new Uint8Array(Buffer.concat([await bundleOf(WHOLE), rest]));
    expect(await refusal(bytes)).toMatch(/no whole|bytes stand behind/);
  });

  it("wherever it is cut off", async () => {
    const bytes = await bundleOf(WHOLE);
    for (let length = 0; length < bytes.byteLength; length += 7) {
      expect(await refusal(bytes.slice(0, length))).toMatch(/no whole/);
    }
  });

  it.each([
    ["before it is unpacked", { packedBytes: 10 }, /larger than 10 /],
    ["while it is unpacked", { unpackedBytes: 1000 }, /unpacked .* 1000/],
    ["by its entries", { entries: 2 }, /more than 2 entries/],
  ])("that is too large, %s", async (_, limits, message) => {
    const act = readBundle(await bundleOf(WHOLE), limits);
    await expect(act).rejects.toMatchObject({ code: "bundle_unreadable" });
    await expect(act).rejects.toThrow(message);
  });

  it.each<[string, Files]>([
    [
      "comments without end before a package",
      { "law/a.rego": `${"# comment\n\n".repeat(70_000)}package law`, "b.rego": "package x" },
    ],
    [
      "data nested without end in two files",
      {
        "data.json": `{"law": {"revision": "r1", "logic_version": 1, "x": ${'{"x":'.repeat(9_000)}{"a":1}${"}".repeat(9_001)}}`,
        "law/data.json": `{"x": ${'{"x":'.repeat(9_000)}{"b":1}${"}".repeat(9_001)}`,
      },
    ],
    ["a root of slashes", { ".manifest": { revision: "r1", roots: [`${"/".repeat(500_000)}x`] } }],
  ])("with %s", async (_, files) => {
    expect(await refusal(bundleOf({ ...WHOLE, ...files }))).toMatch(/roots|deeper|logic version/);
  });

  it("that unpacks to far more than it is", async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(100 * 1024 * 1024)));
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await refusal(bomb)).toMatch(/unpacked it is more than 100 times as large/);
    await expect(readBundle(bomb, { ratio: 10_000 })).rejects.toThrow(/unpacked it is larger than/);
  });
});
