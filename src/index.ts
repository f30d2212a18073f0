// The library's front door: an evaluator of the embedded bundle, or of one that is given.
import { AmrnciError } from "./errors.js";
import type { BundleOptions } from "./bundle/activation/evaluator-of.js";
import { createEvaluatorFrom, type Evaluator, type PolicySource } from "./evaluator/index.js";

export { AmrnciError, type ErrorCode, isAmrnciError, type Issue } from "./errors.js";
export type { Change, Comparison, Evaluator } from "./evaluator/index.js";
export type * from "./generated/types.js";

export interface EvaluatorOptions extends BundleOptions {
  /** A bundle's bytes (tar.gz), or the path or `file:` URL of one; the embedded bundle unless given. */
  readonly bundle?: Uint8Array<ArrayBuffer> | string | URL;
  /** The compiled policy, and with it the law's data, instead of a bundle. */
  readonly wasm?: PolicySource["wasm"];
  readonly data?: object;
}

/**
 * Makes an evaluator that answers by a bundle of rules.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted` and the other codes of a bundle that is of no use.
 *
 * @example
 * ```ts
 * import { createEvaluator } from "amrnci";
 *
 * const evaluator = await createEvaluator();
 * const decision = evaluator.evaluate({
 *   incident: { id: "2025-001", impact: { personal_information: { persons_leaked: 1_000_000 } } },
 * });
 * console.log(decision.grade?.floor); // relatively_major
 * ```
 */
export const createEvaluator = async (options: EvaluatorOptions = {}): Promise<Evaluator> => {
  const { bundle, memoryBytes, wasm, data } = options;
  const memory = memoryBytes === undefined ? {} : { memoryBytes };
  if (wasm !== undefined || data !== undefined) {
    if (wasm !== undefined && data !== undefined && bundle === undefined) {
      return createEvaluatorFrom({ wasm, data, ...memory });
    }
    throw new AmrnciError("usage", "Give wasm and data together, or a bundle, or neither.");
  }
  if (bundle === undefined) return createEvaluatorFrom({ ...(await embedded()), ...memory });
  // Whoever decides by the embedded bundle waits for no reader of others.
  const { evaluatorOfBundle } = await import("./bundle/activation/evaluator-of.js");
  return evaluatorOfBundle(await bytesOf(bundle), options);
};

// Read when it is asked for: importing this module runs nothing.
const embedded = async (): Promise<PolicySource> => {
  const { readFile } = await import("node:fs/promises");
  const part = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
    const url = new URL(`./bundle/${name}`, import.meta.url);
    try {
      return new Uint8Array(await readFile(url));
    } catch (cause) {
      throw unreadable(`the embedded ${name} is missing; install the package again`, cause);
    }
  };
  const [wasm, data] = await Promise.all([part("policy.wasm"), part("data.json")]);
  return { wasm, data: JSON.parse(new TextDecoder().decode(data)) as object };
};

const bytesOf = async (
  bundle: Uint8Array<ArrayBuffer> | string | URL,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (bundle instanceof Uint8Array) return bundle;
  const { BUNDLE_LIMITS } = await import("./bundle/limits.js");
  const { readWhole } = await import("./bundle/node/file.js");
  const path = typeof bundle === "string" && bundle.startsWith("file:") ? new URL(bundle) : bundle;
  const limit = BUNDLE_LIMITS.packedBytes;
  const bytes = await readWhole(path, limit).catch((cause: unknown) => {
    throw unreadable(`there is no file ${String(bundle)} that could be read`, cause);
  });
  if (bytes !== null) return bytes;
  const fault = await import("./bundle/fault.js");
  throw fault.unreadable("packed_too_large", { limit });
};

const unreadable = (why: string, cause: unknown): AmrnciError =>
  new AmrnciError("bundle_unreadable", `The bundle can't be read: ${why}.`, { cause });
