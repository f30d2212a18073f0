// The library's front door where there are no files: edge workers, browsers, Deno and Bun on the web. The
// package's exports lead there by themselves.
import type { BundleOptions } from "./bundle/activation/evaluator-of.js";
import { createEvaluatorFrom, type Evaluator, type PolicySource } from "./evaluator/index.js";

export { AmrnciError, type ErrorCode, isAmrnciError, type Issue } from "./errors.js";
export type { Change, Comparison, Evaluator, PolicySource } from "./evaluator/index.js";
export type * from "./generated/types.js";

/** A bundle's bytes; runtimes that compile nothing at run time take a module and the law's data. */
export type EvaluatorOptions =
  ({ readonly bundle: Uint8Array<ArrayBuffer> } & BundleOptions) | PolicySource;

/**
 * Makes an evaluator that answers by a bundle of rules.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted` and the other codes of a bundle that is of no use.
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
  // Whoever gives a module and data waits for no reader of bundles.
  const { evaluatorOfBundle } = await import("./bundle/activation/evaluator-of.js");
  return evaluatorOfBundle(options.bundle, options);
};
