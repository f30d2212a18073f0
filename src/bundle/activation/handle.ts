import type { Prepared } from "./prepare.js";
import type { ActiveBundle, BundleCopy } from "./types.js";

/** What those who answer hold of a bundle. */
export const handleOf = (
  { bundle, signer, evaluator, logicVersion, wasm, staleness }: Prepared,
  { digest, override }: BundleCopy,
  origin: ActiveBundle["origin"],
  activatedAt: string,
): ActiveBundle =>
  Object.freeze({
    evaluator,
    manifest: bundle.manifest,
    revision: bundle.manifest.revision,
    digest,
    signer,
    logicVersion,
    wasm,
    origin,
    activatedAt,
    notAfter: staleness.notAfter,
    override,
    stale: () => staleness.stale(),
  });
