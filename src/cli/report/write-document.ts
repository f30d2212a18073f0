import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Checklist, Draft } from "../../generated/types.js";
import { documentWords } from "../../words/documents.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import type { DocumentFlags } from "../flags.js";
import { reasonOf } from "../io/bytes.js";
import { writeWhole } from "../io/write-file.js";
import { write } from "../io/write.js";

/** Refuses what cannot be written, before anything is worked out. */
export function checkOutput(context: Context, { format, output, force }: DocumentFlags): void {
  const words = documentWords(context.language);
  if (output === undefined) {
    if (format === "docx" && context.stdout.isTTY) throw refuse(words.error_docx_to_terminal);
    return;
  }
  const dir = dirname(resolve(output));
  if (!existsSync(dir)) throw refuse(fill(words.error_no_folder, { dir }));
  if (existsSync(output) && force !== true) {
    throw refuse(fill(words.error_output_exists, { file: output }));
  }
}

const refuse = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);

/** Writes a document in a format, to a file or to standard output. */
export async function writeDocument(
  context: Context,
  document: Draft | Checklist,
  { format, output }: DocumentFlags,
): Promise<void> {
  const { toDocx, toHtml, toJson, toMarkdown } = await import("../../report/index.js");
  const text = { md: toMarkdown, html: toHtml, json: toJson };
  const content = format === "docx" ? await toDocx(document) : text[format](document);
  if (output === undefined) {
    await write(context.stdout, content);
    return;
  }
  try {
    await writeWhole(output, typeof content === "string" ? Buffer.from(content) : content);
  } catch (error) {
    const params = { file: output, reason: reasonOf(error, context.words) };
    const message = fill(documentWords(context.language).error_write, params);
    throw new Failure(EXIT.wrongUse, "output_failed", message);
  }
}
