import { readFile } from "node:fs/promises";
import { isAmrnciError } from "../errors.js";
import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import type { Comparison, Decision } from "./decision.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";

/** What the commands ask of the evaluator. */
export interface CommandEvaluator {
  readonly data: unknown;
  evaluate(request: unknown): Decision;
  compareReadings(request: unknown): Comparison[];
}

/** The evaluator of a bundle's file, or of the embedded bundle. A bundle that fails ends the command. */
export async function openEvaluator(
  { words }: Context,
  file: string | undefined,
): Promise<CommandEvaluator> {
  try {
    const { createEvaluator } = await import("../index.js");
    const bundle = file === undefined ? undefined : new Uint8Array(await readFile(file));
    return await createEvaluator(bundle === undefined ? {} : { bundle });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = isAmrnciError(error) ? error.code : "bundle_unreadable";
    throw new Failure(EXIT.wrongUse, code, fill(words.error_bundle, { reason }));
  }
}
