import { existsSync, readFileSync, statSync } from "node:fs";
import { mergeData } from "../../bundle/merge.js";
import { readBundle } from "../../bundle/read.js";
import { AmrnciError } from "../../errors.js";
import { checkLaw, describeLawProblem, type LawProblemCode } from "../check/index.js";
import { readLawFolder } from "../folder.js";

/** The law as data with the logic that reads it. */
export interface LawSource {
  readonly data: Readonly<Record<string, unknown>>;
  readonly wasm: Uint8Array<ArrayBuffer>;
}

/**
 * Opens a folder of data (`policies/law`, or the folder above it) or a bundle. A folder brings no
 * logic, and perhaps no tables of words: those are the shipped bundle's.
 */
export const openLaw = async (path: string, shipped: LawSource): Promise<LawSource> => {
  if (!existsSync(path)) {
    throw new AmrnciError("law_invalid", `${path} does not exist; name a data folder or a bundle.`);
  }
  if (!statSync(path).isDirectory()) return readBundle(new Uint8Array(readFileSync(path)));
  const folder = readLawFolder(path);
  const problems = checkLaw(folder).filter(({ code }) => UNUSABLE.has(code));
  if (problems.length > 0) {
    const lines = problems.map(
      (problem) =>
        `${path}/${problem.file}:${problem.line}:${problem.column} ${describeLawProblem(problem, "en")}`,
    );
    throw new AmrnciError("law_invalid", `The data can't be compared:\n${lines.join("\n")}`);
  }
  const { files } = folder;
  const data = mergeData(files.map(({ at, value, path: source }) => ({ at, value, source })));
  return { wasm: shipped.wasm, data: { tables: shipped.data.tables, ...data } };
};

// Drafts are compared too: only what leaves nothing to compare stops it.
const UNUSABLE: ReadonlySet<LawProblemCode> = new Set([
  "not_readable",
  "too_large",
  "not_a_file",
  "file_missing",
  "file_twice",
  "version_without_folder",
]);
