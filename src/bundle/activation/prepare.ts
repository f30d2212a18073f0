import {
  createEvaluatorFrom,
  type Evaluator,
  logicVersionMismatch,
  logicVersionOf,
} from "../../evaluator/index.js";
import { selfTest } from "../../evaluator/self-test.js";
import type { BundleLimits } from "../limits.js";
import type { Bundle } from "../read.js";
import { readTrustedBundle } from "../signature/trusted.js";
import { readSignedBundle, type Signer, type Verification } from "../signature/verify.js";
import { deployedUnfit } from "./fault.js";
import { type Staleness, stalenessOf, tellingStale } from "./staleness.js";

/** How bundles become rules. */
export interface Preparation {
  /**
   * The keys that bundles must be signed with. Without one, only for bundles that nobody else can write:
   * `"unsigned"` takes those that claim no signature, `"none"` takes all and asks for none.
   */
  readonly verification: Verification | "unsigned" | "none";
  /** How much a bundle may hold. */
  readonly limits?: Partial<BundleLimits>;
  /** How much memory the policy may take; 64 MiB unless given. */
  readonly memoryBytes?: number;
  /**
   * The policy's module as it was deployed, for runtimes that compile nothing fetched (edge workers):
   * a bundle then gives its data only. Data for another logic version is refused by name.
   */
  readonly module?: WebAssembly.Module;
}

/** A bundle that has passed everything. */
export interface Prepared {
  readonly bundle: Bundle;
  readonly signer: Signer | null;
  readonly evaluator: Evaluator;
  readonly staleness: Staleness;
  readonly logicVersion: number | null;
  readonly wasm: "bundle" | "deployed";
}

/**
 * A bundle as it came: read and verified, nothing run.
 *
 * @throws {AmrnciError} `bundle_unreadable`, `bundle_not_trusted`
 */
export const openBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  { verification, limits }: Preparation,
): Promise<{ bundle: Bundle; signer: Signer | null }> =>
  typeof verification === "object"
    ? await readSignedBundle(bytes, verification, limits)
    : {
        bundle: await readTrustedBundle(
          bytes,
          verification === "none" ? "none" : undefined,
          limits,
        ),
        signer: null,
      };

/**
 * Makes rules of an opened bundle: instantiates it and lets it answer the self-test.
 *
 * @throws {AmrnciError} `logic_version_mismatch`, `builtin_missing`, `policy_failed`, …
 */
export const prepare = async (
  { bundle, signer }: { bundle: Bundle; signer: Signer | null },
  { module, memoryBytes }: Preparation,
  now: () => number,
): Promise<Prepared> => {
  const { manifest, data } = bundle;
  const staleness = stalenessOf(manifest, now);
  if (module !== undefined) checkDeployed(module, bundle);
  const plain = await createEvaluatorFrom({
    wasm: module ?? bundle.wasm,
    data,
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
  });
  selfTest(plain);
  const version = manifest.metadata?.logic_version;
  return {
    bundle,
    signer,
    evaluator: tellingStale(plain, manifest, staleness),
    staleness,
    logicVersion: typeof version === "number" ? version : null,
    wasm: module === undefined ? "bundle" : "deployed",
  };
};

const checkDeployed = (module: WebAssembly.Module, { manifest }: Bundle): void => {
  const deployed = logicVersionOf(module);
  if (deployed === null) throw deployedUnfit("module_unnamed");
  const named = manifest.metadata?.logic_version;
  if (named !== deployed) throw logicVersionMismatch(named, deployed);
};
