import type { LawFolder } from "../../src/law/folder.js";
import { parseLawFile } from "../../src/law/read.js";

/** A folder of the law's data with one file in the place of its namesake. */
export const withFile = (folder: LawFolder, bytes: Uint8Array): LawFolder => {
  const path = pathOf(bytes, folder.files);
  const changed = parseLawFile(path, bytes);
  const files = folder.files.map((file) => (file.path === path ? changed : file));
  return { ...folder, files };
};

/** A data file names its schema in its first line. */
const pathOf = (bytes: Uint8Array, files: readonly { readonly path: string }[]): string => {
  const text = Buffer.from(bytes).toString("latin1");
  const part = /(\w+)\.schema\.json/.exec(text)?.[1] ?? "annex";
  const found = files.find(({ path }) => path.includes(`/${part}/`));
  return found?.path ?? "law/2025-11-01/annex/data.yaml";
};
