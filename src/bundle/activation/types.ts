import type { ErrorCode, Reason } from "../../errors.js";
import type { Evaluator } from "../../evaluator/index.js";
import type { Manifest } from "../manifest.js";
import type { Signer } from "../signature/verify.js";

/** A bundle that answers. It never changes: whoever holds it keeps these rules until done. */
export interface ActiveBundle {
  /** Answers by this bundle. Once it is stale every decision has the notice `bundle_stale`. */
  readonly evaluator: Evaluator;
  readonly manifest: Manifest;
  readonly revision: string;
  /** `sha256:` and the hexadecimal digest of the bundle's bytes as they were received. */
  readonly digest: string;
  /** Null where unsigned bundles are taken. */
  readonly signer: Signer | null;
  readonly logicVersion: number | null;
  /** Whose WebAssembly answers: the bundle's own, or the module that was deployed with the host. */
  readonly wasm: "bundle" | "deployed";
  /** Whether it was received, or is the copy that was kept at an earlier run. */
  readonly origin: "received" | "copy";
  /** RFC 3339, by the host's clock. */
  readonly activatedAt: string;
  /** The manifest's `metadata.not_after`. */
  readonly notAfter: string | null;
  /** Where it was not newer than the bundle that it replaced: who says why. */
  readonly override: Override | null;
  /** Whether `notAfter` has passed. */
  stale(): boolean;
}

/** Leave to activate a bundle that is not newer. */
export interface Override {
  readonly reason: string;
  /** The revision that was active, or that the copy on disk had. */
  readonly replaced: string;
  /** RFC 3339. */
  readonly at: string;
}

/** What is the matter with the rules; the names follow OPA's bundle status, times are RFC 3339. */
export interface RulesStatus {
  /** The bundle that answers; null before the first one. */
  readonly active: ActiveStatus | null;
  /** Whether the active bundle is past its `not_after`; its decisions say so too. */
  readonly stale: boolean;
  /** When a bundle was last asked for or given. */
  readonly last_attempt: string | null;
  /** When that last ended well: a bundle was activated, or the source had nothing new. */
  readonly last_success: string | null;
  /** What went wrong since the last success; the active bundle goes on answering. */
  readonly last_error: StatusError | null;
  /** What is wrong with the copy that is kept: damaged at the start, or not to be written since. */
  readonly copy_error: StatusError | null;
  /** How the source names the active bundle. */
  readonly etag: string | null;
}

export interface ActiveStatus {
  readonly revision: string;
  readonly digest: string;
  readonly logic_version: number | null;
  readonly wasm: ActiveBundle["wasm"];
  readonly signer: Signer | null;
  readonly origin: ActiveBundle["origin"];
  readonly activated_at: string;
  readonly not_after: string | null;
  readonly stale: boolean;
  readonly override: Override | null;
  /** Whether the bundle is on disk for the next start; null where no copy is kept. */
  readonly persisted: boolean | null;
}

export interface StatusError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly at: string;
  /** The same as data. */
  readonly reason?: Reason;
  /** The status that the source answered with, where that was the trouble. */
  readonly http_code?: number;
}

/** A bundle as it was received, and what must be known of it at the next start. */
export interface BundleCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly revision: string;
  readonly digest: string;
  readonly etag: string | null;
  readonly override: Override | null;
}

/** Keeps the last bundle that was good. */
export interface CopyStore {
  /** Keeps a copy; once this resolves it survives the end of the process. */
  save(copy: BundleCopy): Promise<void>;
  /**
   * The copy that was kept last, or null where there is none.
   *
   * @throws {AmrnciError} `bundle_copy_corrupt` where it is damaged
   */
  load(): Promise<BundleCopy | null>;
  /** The revision that was active last, also where the copy itself is damaged; null if not known. */
  floor(): Promise<string | null>;
}
