import { archive, joined } from "../archive.js";
import {
  type Case,
  claimsOf,
  entriesOf,
  jws,
  signatures,
  signedArchive,
  signedBundle,
  WHOLE,
  without,
} from "./case.js";

const manifest = WHOLE[".manifest"] as object;
const law = { revision: "r1", logic_version: 1 };

const patch = { data: [{ op: "upsert", path: "/law/revision", value: "r9" }] };
const delta = (): ReturnType<typeof archive> =>
  archive([
    { name: ".manifest", content: manifest },
    { name: "patch.json", content: patch },
  ]);

/** What a signed bundle should not hold, whoever signed it. */
export const CONTENTS: readonly Case[] = [
  {
    title: "a delta bundle, unsigned",
    make: delta,
  },
  {
    title: "a delta bundle, unsigned, and an OPA with `allow_unsigned_delta_bundles`",
    make: delta,
    asked: { signing: { allow_unsigned_delta_bundles: true } },
    why: "who gives a key wants signed bundles",
  },
  {
    title: "a delta bundle, signed",
    make: () => signedBundle({ ".manifest": manifest, "patch.json": patch }),
  },
  {
    title: "a patch in a folder, beside the files of a whole bundle",
    make: () => signedBundle({ ...WHOLE, "law/patch.json": patch }),
  },
  {
    title: "data outside the roots",
    make: () => signedBundle({ ...WHOLE, "other/data.json": { x: 1 } }),
  },
  {
    title: "a package outside the roots",
    make: () => signedBundle({ ...WHOLE, "other.rego": "# A comment.\npackage other\n" }),
  },
  {
    title: "roots of which one holds the other",
    make: () =>
      signedBundle({ ...WHOLE, ".manifest": { ...manifest, roots: ["amrnci", "law", "law/x"] } }),
  },
  {
    title: "a second manifest in a folder",
    make: () => signedBundle({ ...WHOLE, "law/.manifest": manifest }),
  },
  {
    title: "a manifest in a folder only",
    make: () => signedBundle({ ...without(".manifest"), "law/.manifest": manifest }),
    why: "there is one place for it",
  },
  {
    title: "no manifest",
    make: () => signedBundle(without(".manifest")),
    why: "our bundles say which revision they are",
  },
  {
    title: "a manifest for a Rego version that does not exist",
    make: () => signedBundle({ ...WHOLE, ".manifest": { ...manifest, rego_version: 7 } }),
  },
  {
    title: "a manifest that gives WASM an entrypoint, and no such file",
    make: () =>
      signedBundle({
        ...WHOLE,
        ".manifest": { ...manifest, wasm: [{ entrypoint: "amrnci/x", module: "/no.wasm" }] },
      }),
  },
  {
    title: "two documents in `.manifest`, as YAML has them",
    make: () =>
      signedArchive(
        entriesOf({
          ...WHOLE,
          ".manifest": `${JSON.stringify(manifest)}\n---\n{"revision": "r9"}`,
        }),
      ),
    why: "OPA reads the first and stops; the whole file is what somebody signed",
  },
  {
    title: "a `data.yaml`",
    make: async () => {
      const files = { ...WHOLE, "law/more/data.json": { a: 1 } };
      const named = entriesOf(files).map((entry) =>
        entry.name === "law/more/data.json"
          ? { name: "law/more/data.yaml", content: "a: 1\n" }
          : entry,
      );
      const claims = (await claimsOf(files)) as { files: { name: string }[] };
      const signed = claims.files.map((file) =>
        file.name === "law/more/data.json" ? { ...file, name: "law/more/data.yaml" } : file,
      );
      return archive([...named, signatures(jws({ files: signed }))]);
    },
    why: "two readers of YAML don't agree on what it holds; `bundle pack` writes JSON",
  },
  {
    title: "a byte order mark before `data.json`",
    make: () =>
      signedBundle({
        ...WHOLE,
        "law/data.json": joined(
          new Uint8Array([0xef, 0xbb, 0xbf]),
          new TextEncoder().encode(JSON.stringify(law)),
        ),
      }),
    why: "it is no JSON, as `opa run` says",
  },
  {
    title: "a key twice in `data.json`",
    make: () =>
      signedArchive(
        entriesOf({
          ...WHOLE,
          "law/data.json": '{"revision":"r0","revision":"r1","logic_version":1}',
        }),
        { ...WHOLE, "law/data.json": law },
      ),
    why: "which of the two was meant?",
  },
  {
    title: "a byte of `data.json` that is no UTF-8",
    make: () =>
      signedArchive(
        entriesOf({
          ...WHOLE,
          "law/more/data.json": new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
        }),
        { ...WHOLE, "law/more/data.json": { "\ufffd": 1 } },
      ),
    why: "OPA reads another character in its place",
  },
  {
    title: "one value given by two files",
    make: () => signedBundle({ ...WHOLE, "data.json": { law: { revision: "r2" } } }),
  },
  {
    title: "a `.manifest` of another revision than the data",
    make: () => signedBundle({ ...WHOLE, "law/data.json": { ...law, revision: "r0" } }),
    why: "a decision names the data's revision, a gateway the manifest's",
  },
  {
    title: "no `policy.wasm`",
    make: () => signedBundle(without("policy.wasm")),
    why: "our host runs nothing else; OPA runs the Rego",
  },
  {
    title: "Rego that can't be parsed",
    make: () =>
      signedBundle({ ...WHOLE, "amrnci/more.rego": "package amrnci\n\nthis is { no Rego" }),
    why: "our host runs `policy.wasm` and reads of the Rego the package alone; OPA does not start",
  },
];
