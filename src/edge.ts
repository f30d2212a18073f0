// The library's front door where there are no files: edge workers, browsers, Deno and Bun on the web. The
// package's exports lead there by themselves.
import { stalenessOf, tellingStale } from "./bundle/activation/staleness.js";
import { readBundle } from "./bundle/read.js";
import { createEvaluatorFrom, type Evaluator, type PolicySource } from "./evaluator/index.js";

export { AmrnciError, type ErrorCode, isAmrnciError, type Issue } from "./errors.js";
export type { Change, Comparison, Evaluator, PolicySource } from "./evaluator/index.js";
export type * from "./generated/types.js";

/** A bundle's bytes; runtimes that compile nothing at run time take a module and the law's data. */
export type EvaluatorOptions =
  | {
      readonly bundle: Uint8Array<ArrayBuffer>;
      readonly memoryBytes?: number;
      /** The clock that tells whether a bundle is past its `not_after`; `Date.now` unless given. */
      readonly now?: () => number;
    }
  | PolicySource;

/**
 * Makes an evaluator that answers by a bundle of rules.
 *
 * @throws {AmrnciError} `bundle_unreadable` and the other codes of a bundle that is of no use.
 *
 * @example
 * ```ts
 * import { createEvaluator } from "amrnci";
 * import wasm from "amrnci/policy.wasm";
 *
 * const evaluator = await createEvaluator({ wasm, data });
 * ```
 */
export const createEvaluator = async (options: EvaluatorOptions): Promise<Evaluator> => {
  if (!("bundle" in options)) return createEvaluatorFrom(options);
  const { bundle, memoryBytes, now = Date.now } = options;
  const { wasm, data, manifest } = await readBundle(bundle);
  const memory = memoryBytes === undefined ? {} : { memoryBytes };
  const evaluator = await createEvaluatorFrom({ wasm, data, ...memory });
  return tellingStale(evaluator, manifest, stalenessOf(manifest, now));
};
