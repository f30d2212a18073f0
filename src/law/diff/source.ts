import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { mergeData } from "../../bundle/merge.js";
import { readBundle } from "../../bundle/read.js";
import { AmrnciError } from "../../errors.js";
import { checkLawData, describeLawProblem } from "../check.js";
import { readLawFiles } from "../read.js";

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
  const whole = existsSync(join(path, "law"));
  const root = whole ? path : dirname(resolve(path));
  const name = whole ? "law" : basename(resolve(path));
  const files = readLawFiles(root)
    .filter(({ at }) => at[0] === name || (whole && at[0] === "tables"))
    .map((file) => (at0(file.at) === name ? { ...file, at: ["law", ...file.at.slice(1)] } : file));
  const problems = checkLawData(files);
  if (problems.length > 0) {
    const lines = problems.map((problem) => describeLawProblem(root, problem));
    throw new AmrnciError("law_invalid", `The data can't be compared:\n${lines.join("\n")}`);
  }
  const data = mergeData(files.map(({ at, value, path: source }) => ({ at, value, source })));
  return { wasm: shipped.wasm, data: { tables: shipped.data.tables, ...data } };
};

const at0 = (at: readonly string[]): string | undefined => at[0];
