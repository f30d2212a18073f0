import { statSync } from "node:fs";
import { type LawFolder, readLawFolder } from "../../law/folder.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import { reasonOf } from "../io/bytes.js";

/** Reads a folder of the law's data that was named on the command line. */
export function openFolder({ words }: Context, path: string): LawFolder {
  try {
    if (statSync(path).isDirectory()) return readLawFolder(path);
  } catch (error) {
    const reason = reasonOf(error, words);
    const message = fill(words.error_read, { file: path, reason });
    throw new Failure(EXIT.wrongUse, "input_unreadable", message);
  }
  const message = fill(words.error_not_folder, { file: path });
  throw new Failure(EXIT.wrongUse, "usage", message);
}
