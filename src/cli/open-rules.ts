import { readFile } from "node:fs/promises";
import type { Evaluator } from "../evaluator/index.js";
import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";
import type { BundleFlag } from "./flags.js";
import { reasonOf } from "./io/bytes.js";
import { openEvaluator } from "./open-evaluator.js";
import { type RecordFlags, refuseStray } from "./records/options.js";
import type { RunRecorder } from "./records/recorder.js";
import { shippedBytes } from "./shipped-bytes.js";

/** The rules by which a command decides, and what records its decisions. */
export interface Rules {
  evaluator: Evaluator;
  recorder: RunRecorder | null;
  /** The bundle's bytes, where it was read once for several uses. */
  bytes?: Uint8Array<ArrayBuffer>;
}

type RulesFlags = BundleFlag & RecordFlags & { workers?: number };

/** Opens the rules by which a command decides, and the log that its decisions are recorded in, if any. */
export async function openRules(context: Context, flags: RulesFlags): Promise<Rules> {
  const { records, bundle, workers = 1 } = flags;
  if (records === undefined) {
    refuseStray(context, flags);
    if (bundle === undefined || workers === 1) {
      return { evaluator: await openEvaluator(context, flags), recorder: null };
    }
    // Read once: all workers decide by the same bundle.
    const bytes = await bytesOf(context, bundle);
    return { evaluator: await openEvaluator(context, flags, bytes), recorder: null, bytes };
  }
  // Read once: the bundle that decides is the one whose digest is recorded.
  const bytes = bundle === undefined ? await shippedBytes() : await bytesOf(context, bundle);
  const evaluator = await openEvaluator(context, flags, bytes);
  const { law } = evaluator.data as { law: { revision: string } };
  const { openRecorder } = await import("./records/recorder.js");
  const rules = { revision: law.revision, bytes };
  return { evaluator, recorder: await openRecorder(context, records, flags, rules), bytes };
}

async function bytesOf({ words }: Context, bundle: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(bundle));
  } catch (error) {
    const reason = fill(words.error_read, { file: bundle, reason: reasonOf(error, words) });
    throw new Failure(EXIT.wrongUse, "bundle_unreadable", fill(words.error_bundle, { reason }));
  }
}
