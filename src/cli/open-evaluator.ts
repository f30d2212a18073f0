import type { Evaluator } from "../evaluator/index.js";
import { isAmrnciError } from "../errors.js";
import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";

/** The evaluator of a bundle's file or bytes, or of the embedded bundle. A bundle that fails ends the command. */
export async function openEvaluator(
  { words }: Context,
  bundle: string | Uint8Array<ArrayBuffer> | undefined,
): Promise<Evaluator> {
  try {
    const { createEvaluator } = await import("../index.js");
    return await createEvaluator(bundle === undefined ? {} : { bundle });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = isAmrnciError(error) ? error.code : "bundle_unreadable";
    throw new Failure(EXIT.wrongUse, code, fill(words.error_bundle, { reason }));
  }
}
