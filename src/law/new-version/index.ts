// The next version of the law: a folder like the one before it, for counsel to edit.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ListedVersion, withVersion } from "./listed.js";

export { type ListedVersion, predecessor } from "./listed.js";

/**
 * Copies a version's folder to one that is named by a date, and lists it. Either both are there in
 * the end or neither is. It throws what the file system throws.
 */
export const addVersion = (law: string, base: ListedVersion, date: string): void => {
  const index = join(law, "data.yaml");
  const folder = join(law, date);
  const copy = join(law, `.${date}.part`);
  const text = withVersion(readFileSync(index, "utf8"), base, date);
  try {
    cpSync(join(law, base.id), copy, { recursive: true, filter: (path) => !isHidden(path, law) });
    renameSync(copy, folder);
    const beside = `${index}.part`;
    writeFileSync(beside, text, { flag: "wx" });
    renameSync(beside, index);
  } catch (error) {
    for (const made of [copy, folder, `${index}.part`]) {
      rmSync(made, { recursive: true, force: true });
    }
    throw error;
  }
};

/** Whether something of that name is in the way of a new version. */
export const isTaken = (law: string, date: string): boolean => existsSync(join(law, date));

// Editors' and systems' own files are not the law's. The copy's own name is hidden, too.
const isHidden = (path: string, law: string): boolean =>
  path
    .slice(law.length)
    .split(/[\\/]/)
    .some((part) => part.startsWith(".") && !part.endsWith(".part"));
