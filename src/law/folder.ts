import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, isDataFile, type LawFile, readLawFile } from "./read.js";
import { type OfficialText, readOfficialText } from "./official-text.js";

/** A folder of the law's data as it was read: the files, the official texts, and what else lies there. */
export interface LawFolder {
  /** The folder as it was named; the paths of the files start there. */
  readonly root: string;
  readonly files: readonly LawFile[];
  /** The official text of each version that has one, by the name of the version's folder. */
  readonly texts: ReadonlyMap<string, OfficialText>;
  /** Paths of files that look like data and that nothing reads. */
  readonly strangers: readonly string[];
}

/** The official Chinese text beside a version's data. */
export const OFFICIAL_TEXT = "measures.zh.txt";

// What people keep beside data: notes, and the hidden files of systems and editors.
const NO_DATA = /(?:^|\/)\.|\.(?:md|txt)$|~$/i;

/**
 * Reads a folder of the law's data: `policies/law`, or the folder above it, which may hold the
 * `tables` as well. It throws what the file system throws; what is wrong with the data is found by
 * `checkLaw`.
 */
export const readLawFolder = (path: string): LawFolder => {
  const above = !existsSync(join(path, "data.yaml")) && existsSync(join(path, "law"));
  const prefix = above ? "law/" : "";
  // Anything may be named by mistake, a whole disk too: without versions there is nothing to look for.
  const known = existsSync(join(path, prefix, "data.yaml"));
  const paths = known ? filesBelow(path) : [];
  const ours = paths.filter((name) => name.startsWith(prefix));
  const tables = above ? paths.filter((name) => name.startsWith("tables/")) : [];
  const files = [...ours, ...tables].filter(isDataFile).map((name) => {
    const file = readLawFile(path, name);
    return above ? file : { ...file, at: ["law", ...file.at] };
  });
  const texts = ours.flatMap((name): [string, OfficialText][] => {
    const [version, text, more] = name.slice(prefix.length).split("/");
    if (version === undefined || text !== OFFICIAL_TEXT || more !== undefined) return [];
    return [[version, readOfficialText(path, name)]];
  });
  const strangers = ours.filter((name) => !isDataFile(name) && !NO_DATA.test(name));
  return { root: path, files, texts: new Map(texts), strangers };
};
