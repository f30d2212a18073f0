import type { Evaluator } from "../evaluator/index.js";
import { isAmrnciError } from "../errors.js";
import { sayFault } from "../words/bundle-fault.js";
import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";
import type { BundleFlag } from "./flags.js";

/** The evaluator of a bundle's file or bytes, or of the embedded bundle. A bundle that fails ends the command. */
export async function openEvaluator(
  context: Context,
  flags: BundleFlag,
  bundle: string | Uint8Array<ArrayBuffer> | undefined = flags.bundle,
): Promise<Evaluator> {
  try {
    const { createEvaluator } = await import("../index.js");
    const { trustOf } = await import("./verification.js");
    const verification = await trustOf(context, flags);
    return await createEvaluator({
      ...(bundle !== undefined && { bundle }),
      ...(verification !== undefined && { verification }),
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { words, language } = context;
    const code = isAmrnciError(error) ? error.code : "bundle_unreadable";
    const fault = isAmrnciError(error) ? sayFault(error, language) : undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(EXIT.wrongUse, code, fault ?? fill(words.error_bundle, { reason }));
  }
}
