import { type Evaluator, isTime, withNotices } from "../../evaluator/index.js";
import { unreadable } from "../fault.js";
import type { Manifest } from "../manifest.js";

/** Until when a bundle's rules are meant to be used; afterwards they answer and are called stale. */
export interface Staleness {
  /** As the manifest says it; null where it does not. */
  readonly notAfter: string | null;
  /** Whether that time has passed. */
  stale(): boolean;
}

/**
 * The manifest's `metadata.not_after` against a clock. The policy reads none, so that the host tells.
 *
 * @throws {AmrnciError} `bundle_unreadable` where it is no time
 */
export const stalenessOf = ({ metadata }: Manifest, now: () => number): Staleness => {
  const said = metadata?.not_after;
  if (said === undefined) return { notAfter: null, stale: () => false };
  if (typeof said !== "string" || !isTime(said)) throw unreadable("not_after_wrong");
  const at = Date.parse(said);
  return { notAfter: said, stale: () => now() > at };
};

/** An evaluator whose decisions say so once its rules are stale, by the notice `bundle_stale`. */
export const tellingStale = (
  evaluator: Evaluator,
  { revision }: Manifest,
  staleness: Staleness,
): Evaluator => {
  const { notAfter } = staleness;
  if (notAfter === null) return evaluator;
  const notice = { code: "bundle_stale", params: { revision, not_after: notAfter } };
  return withNotices(evaluator, () => (staleness.stale() ? [notice] : []));
};
