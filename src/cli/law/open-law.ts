import { existsSync, statSync } from "node:fs";
import { readBundle } from "../../bundle/index.js";
import { checkLaw, describeLawProblem, type LawProblem } from "../../law/check/index.js";
import { DRAFT_PROBLEMS, type LawSource, sourceOf } from "../../law/diff/index.js";
import type { LawFolder } from "../../law/folder.js";
import { fill } from "../../words/index.js";
import { lawDiffWords } from "../../words/law-diff.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { failureOf } from "../failure-of.js";
import { Failure } from "../failure.js";
import { readBytes } from "../io/bytes.js";
import { harmless } from "../terminal/harmless.js";
import { openFolder } from "./open-folder.js";

/**
 * One side of a comparison: a folder of data, a bundle, or the word `shipped`. A draft is compared
 * with a word on stderr of what is wrong with it; what leaves nothing to compare ends the command.
 */
export async function openLaw(
  context: Context,
  path: string,
  shipped: LawSource,
): Promise<LawSource> {
  if (!existsSync(path)) {
    if (path === "shipped") return shipped;
    const message = fill(lawDiffWords(context.language).not_found, { path });
    throw new Failure(EXIT.wrongUse, "input_unreadable", message);
  }
  if (!statSync(path).isDirectory()) return openBundle(context, path);
  const folder = openFolder(context, path);
  demandComparable(context, folder);
  return sourceOf(folder, shipped);
}

async function openBundle(context: Context, path: string): Promise<LawSource> {
  try {
    const bytes = await readBytes(path, context.stdin, context.words);
    return await readBundle(new Uint8Array(bytes));
  } catch (error) {
    // Which of the two it is that is of no use.
    const { code, message } = failureOf(error, context);
    const named = message.includes(path) ? message : `${path}: ${message}`;
    throw new Failure(EXIT.wrongUse, code, named);
  }
}

function demandComparable(context: Context, folder: LawFolder): void {
  const words = lawDiffWords(context.language);
  const path = folder.root;
  const problems = checkLaw(folder);
  const fatal = problems.filter(({ code }) => !DRAFT_PROBLEMS.has(code));
  const lines = (some: readonly LawProblem[]): string[] =>
    some.map(
      (problem) =>
        `${path}/${problem.file}:${String(problem.line)}:${String(problem.column)} ${describeLawProblem(problem, context.language)}`,
    );
  if (fatal.length > 0) {
    const issues = lines(fatal).map((message) => ({ path: "", message }));
    throw new Failure(EXIT.wrongUse, "law_invalid", fill(words.unusable, { path }), issues);
  }
  const [first] = lines(problems);
  if (first === undefined) return;
  const note = fill(words.draft, { path, n: problems.length, first });
  context.stderr.write(`${harmless(note)}\n`);
}
