import { gunzipSync } from "node:zlib";
import { archive, type Bytes, type Entry, gzipped, joined, tarOf, write } from "../archive.js";
import {
  added,
  type Case,
  changed,
  claimsOf,
  entriesOf,
  jws,
  signatures,
  signedBundle,
  WHOLE,
  without,
} from "./case.js";

const MEBIBYTE = 1024 * 1024;

const tar = async (): Promise<Bytes> => new Uint8Array(gunzipSync(await changed({})));

/** The whole bundle, with the entry of one file written in another way. */
const rewritten = async (entry: Entry & { content?: unknown }): Promise<Bytes> =>
  archive([
    ...entriesOf(without("README.md")),
    { content: WHOLE["README.md"], ...entry },
    signatures(jws(await claimsOf(WHOLE))),
  ]);

const readme = { name: "README.md" };

/** What is done to the archive around the files. */
export const ARCHIVES: readonly Case[] = [
  { title: "a gzip that is cut off", make: async () => (await changed({})).slice(0, -200) },
  {
    title: "a gzip without its last four bytes",
    make: async () => (await changed({})).slice(0, -4),
    why: "OPA stops at the end of the tar and never sees the gzip's checksum",
  },
  {
    title: "a gzip whose checksum is wrong",
    make: async () => {
      const bytes = await changed({});
      const at = bytes.byteLength - 8;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    },
    why: "as above",
  },
  { title: "no gzip", make: tar },
  {
    title: "text behind the gzip",
    make: async () => joined(await changed({}), new TextEncoder().encode("more")),
    why: "what stands there was signed by nobody",
  },
  {
    title: "a second gzip behind it",
    make: async () => joined(await changed({}), gzipped(new TextEncoder().encode("more"))),
    why: "as above",
  },
  {
    title: "bytes behind the end of the tar",
    make: async () => gzipped(joined(await tar(), new Uint8Array(512).fill(1))),
    why: "as above",
  },
  {
    title: "a second archive behind the first one's end",
    make: async () => gzipped(joined(await tar(), await tarOf([{ name: "x", content: "y" }]))),
    why: "as above",
  },
  {
    title: "a tar that is cut off between two files, after the signature",
    make: async () => {
      const entries = [signatures(jws(await claimsOf(WHOLE))), ...entriesOf(WHOLE)];
      return gzipped((await tarOf(entries)).slice(0, -1024));
    },
    why: "OPA takes the end of the file for the end of the archive",
  },
  {
    title: "a tar that is cut off in a file",
    make: async () => gzipped((await tar()).slice(0, 700)),
  },
  {
    title: "a header whose checksum is wrong",
    make: async () => {
      const bytes = await tar();
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      return gzipped(bytes);
    },
  },
  {
    title: "a header that promises 1 GiB",
    make: () =>
      added({
        name: "law/large",
        patch: (header) => {
          write(header, 124, "10000000000\0");
        },
      }),
  },
  {
    title: "a header that promises 8 EiB",
    make: () =>
      added({
        name: "law/large",
        patch: (header) => {
          header.fill(0xff, 124, 136);
          header.set([0x80, 0, 0, 0, 0x7f], 124);
        },
      }),
  },
  {
    title: "a gzip bomb: 80 MiB of zeros in 90 KiB, signed",
    make: () => signedBundle({ ...WHOLE, "law/zeros": new Uint8Array(80 * MEBIBYTE) }),
    why: "the limits on size and ratio; OPA's is 1 GiB a file",
  },
  {
    title: "20,000 empty files, signed",
    make: () =>
      signedBundle({
        ...WHOLE,
        ...Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`law/${String(at)}`, ""])),
      }),
    why: "the limit on entries; OPA has none",
  },
  {
    title: "attributes for the whole archive that rename a file",
    make: () =>
      added({ name: "pax", content: "16 path=law/pax\n", header: { type: "pax-global-header" } }),
    why: "Go skips them, other readers of tar obey",
  },
  {
    title: "an attribute that changes a file's size",
    make: async () =>
      archive([
        { name: "pax", content: "9 size=5\n", header: { type: "pax-header" } },
        { name: "README.md", content: WHOLE["README.md"] },
        ...entriesOf(without("README.md")),
        signatures(jws(await claimsOf({ ...WHOLE, "README.md": "The r" }))),
      ]),
    why: "readers differ on which of two sizes counts",
  },
  {
    title: "a sparse file",
    make: () =>
      rewritten({
        ...readme,
        header: { pax: { "GNU.sparse.major": "1", "GNU.sparse.minor": "0" } },
      }),
  },
  {
    title: "attributes that can't be parsed",
    make: () =>
      archive([
        { name: "pax", content: "99 path=x\n", header: { type: "pax-header" } },
        ...entriesOf(WHOLE),
      ]),
  },
  {
    title: "a file of a kind that no standard has",
    make: () =>
      rewritten({
        ...readme,
        patch: (header) => {
          write(header, 156, "7");
        },
      }),
  },
  {
    title: "a file whose name ends with a slash",
    make: () => added({ name: "law/slash/", content: "text" }),
  },
  {
    title: "a name that is no UTF-8, signed as it is read",
    make: async () => {
      const files = { ...WHOLE, "law/\ufffd": "text" };
      return archive([
        ...entriesOf(WHOLE),
        {
          name: "law/x",
          content: "text",
          patch: (header) => {
            header[4] = 0xff;
          },
        },
        signatures(jws(await claimsOf(files))),
      ]);
    },
  },
];
