import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { bundleWords } from "../../words/bundle.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import { reasonOf } from "../io/bytes.js";
import { writeWhole } from "../io/write-file.js";

/** Refuses a place for a new file before any work is done: no folder, or a file that nobody may replace. */
export function checkOutput({ language }: Context, output: string, force: boolean): void {
  const words = bundleWords(language);
  const dir = dirname(resolve(output));
  if (!existsSync(dir)) throw wrong(fill(words.no_folder, { dir }));
  if (existsSync(output) && !force) throw wrong(fill(words.exists, { file: output }));
}

/** Writes a bundle whole or not at all. */
export async function writeOutput(
  context: Context,
  output: string,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await writeWhole(output, bytes);
  } catch (error) {
    throw notWritten(context, output, error);
  }
}

export function notWritten({ words, language }: Context, file: string, error: unknown): Failure {
  const message = fill(bundleWords(language).not_written, {
    file,
    reason: reasonOf(error, words),
  });
  return new Failure(EXIT.wrongUse, "output_failed", message);
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function wrong(message: string): Failure {
  return new Failure(EXIT.wrongUse, "usage", message);
}
