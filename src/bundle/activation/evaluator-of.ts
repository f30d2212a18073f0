import { createEvaluatorFrom, type Evaluator } from "../../evaluator/index.js";
import { selfTest } from "../../evaluator/self-test.js";
import { stalenessOf, tellingStale } from "./staleness.js";
import { readTrustedBundle } from "../signature/trusted.js";
import type { Verification } from "../signature/verify.js";

/** How a bundle becomes an evaluator. */
export interface BundleOptions {
  /**
   * How the bundle's signature is verified; `none` takes a signed bundle without a key. With keys the bundle must
   * be signed, without them it must not be.
   */
  readonly verification?: Verification | "none";
  /** How much memory the policy may take; 64 MiB unless given. */
  readonly memoryBytes?: number;
  /**
   * The clock, in milliseconds, that tells whether a bundle is past its `not_after`; `Date.now` unless
   * given. Whoever repeats an earlier decision gives that decision's time.
   */
  readonly now?: () => number;
}

/**
 * Makes an evaluator of a bundle's bytes, whose decisions say so once the bundle is stale.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted` and the other codes of a bundle that is of no use
 */
export const evaluatorOfBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  { verification, memoryBytes, now = Date.now }: BundleOptions,
): Promise<Evaluator> => {
  const { wasm, data, manifest } = await readTrustedBundle(bytes, verification);
  const memory = memoryBytes === undefined ? {} : { memoryBytes };
  const staleness = stalenessOf(manifest, now);
  const evaluator = await createEvaluatorFrom({ wasm, data, ...memory });
  selfTest(evaluator);
  return tellingStale(evaluator, manifest, staleness);
};
