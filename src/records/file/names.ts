import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const DIGITS = 12;

/** The name of a file that was rotated away, by the number of its first record: names sort as records do. */
export const rotatedName = (file: string, sequence: number): string =>
  `${file}.${String(sequence).padStart(DIGITS, "0")}`;

/** Whether a name is one that rotation gives. */
export const isRotated = (file: string): boolean => /\.\d{12}$/.test(file);

/** The rotated files of a log, oldest first. */
export const rotatedFiles = async (file: string): Promise<string[]> => {
  const folder = dirname(file);
  const prefix = `${basename(file)}.`;
  const names = (await readdir(folder)).filter(
    (name) => name.startsWith(prefix) && name.length === prefix.length + DIGITS && isRotated(name),
  );
  return names.sort().map((name) => join(folder, name));
};
