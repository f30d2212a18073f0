import { added, type Case, changed, entriesOf, signedArchive, WHOLE, without } from "./case.js";

const moved =
  (from: string, to: string): Case["make"] =>
  () =>
    signedArchive([...entriesOf(without(from)), { name: to, content: WHOLE[from] }]);

/** What is done to the files of a signed bundle. */
export const FILES: readonly Case[] = [
  { title: "untouched", make: () => changed({}) },
  {
    title: "untouched, with the names from the root that `opa build` writes",
    make: () =>
      signedArchive(entriesOf(WHOLE).map((entry) => ({ ...entry, name: `/${entry.name}` }))),
  },
  {
    title: "`data.json` with other spaces and another order of its keys",
    make: () =>
      changed({ "law/data.json": '{ "logic_version":1,\n"revision" : "\\u0072\\u0031" }' }),
  },
  {
    title: "a folder as an entry of its own",
    make: () => added({ name: "law/", header: { type: "directory" } }),
  },
  {
    title: "a number of `data.json` written otherwise (`1.0` as `1`)",
    make: () =>
      changed({
        "law/2025-11-01/data.json":
          '{"valid_from": "2025-11-01", "share": 1, "quote": "以上 ≥ <b>"}',
      }),
  },
  {
    title: "a character of `data.json` changed",
    make: () => changed({ "law/data.json": { revision: "r1", logic_version: 2 } }),
  },
  {
    title: "a member of `.manifest` changed",
    make: () => changed({ ".manifest": { revision: "r2", roots: ["amrnci", "law"] } }),
  },
  {
    title: "a character of a `.rego` file changed",
    make: () => changed({ "amrnci/decision.rego": "package amrnci\n\ndecision := {}\n" }),
  },
  {
    title: "a byte of `policy.wasm` changed",
    make: () => changed({ "policy.wasm": new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 1]) }),
  },
  {
    title: "a byte of another file changed",
    make: () => changed({ "README.md": "The rules!\n" }),
  },
  { title: "a file added", make: () => added({ name: "law/more/data.json", content: {} }) },
  {
    title: "a file removed",
    make: () => signedArchive(entriesOf(without("README.md"))),
  },
  { title: "a file renamed", make: moved("README.md", "READ.md") },
  {
    title: "`data.json` moved to another folder",
    make: moved("law/2025-11-01/data.json", "law/2024-11-01/data.json"),
  },
  {
    title: "a file twice, the same both times",
    make: () => added({ name: "README.md", content: WHOLE["README.md"] }),
  },
  {
    title: "a file twice, the second time another",
    make: () => added({ name: "policy.wasm", content: "another" }),
  },
  {
    title: "a file twice, once by the name from the root",
    make: () => added({ name: "/law/data.json", content: { revision: "r2" } }),
  },
  {
    title: "names from the folder (`./data.json`), signed without the dot",
    make: () =>
      signedArchive(entriesOf(WHOLE).map((entry) => ({ ...entry, name: `./${entry.name}` }))),
  },
  {
    title: "a file with an absolute path added",
    make: () => added({ name: "/etc/passwd", content: "root" }),
  },
  {
    title: "a file whose path climbs out (`../`) added",
    make: () => added({ name: "../law/data.json", content: {} }),
  },
  {
    title: "a file whose path climbs out (`../`), signed so",
    make: () => {
      const files = { ...WHOLE, "../outside.txt": "text" };
      return signedArchive(entriesOf(files), files);
    },
    why: "OPA keeps files in memory, where such a name does nothing; other tools unpack them to a disk",
  },
  {
    title: "a symbolic link added",
    make: () => added({ name: "law/link", header: { type: "symlink", linkname: "/etc/passwd" } }),
    why: "OPA skips links: what is signed and what a reader sees would differ",
  },
  {
    title: "a hard link added",
    make: () => added({ name: "law/link", header: { type: "link", linkname: "README.md" } }),
    why: "as symbolic links",
  },
  {
    title: "a device added",
    make: () => added({ name: "law/device", header: { type: "character-device" } }),
    why: "as symbolic links",
  },
];
