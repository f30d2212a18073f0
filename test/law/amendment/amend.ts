import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

interface Amendment {
  readonly in_force_from: string;
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

/** The invented amendment. */
export const amendment = parse(
  readFileSync(new URL("amendment.yaml", import.meta.url), "utf8"),
) as Amendment;

/** Edits the new version's folder as counsel would in an editor. */
export const amend = (folder: string): void => {
  for (const { file, from, to } of amendment.edits) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
    writeFileSync(path, text.replace(from, to));
  }
};
