import { notNewer } from "../fault.js";
import { badOverride } from "./fault.js";
import { compareRevisions } from "./revision.js";
import type { Override } from "./types.js";

/** What a revision is compared with. */
export interface Before {
  /** The active one, which it must be newer than. */
  readonly active: string | null;
  /** Others, which it must not be older than: of an earlier run, of the host's own release. */
  readonly oldest: readonly (string | null)[];
}

/**
 * Refuses a revision that is not newer than the active one, or older than one that was known before.
 * A reason overrides it; then comes back what must be recorded. Null where none was needed.
 *
 * @throws {AmrnciError} `bundle_not_newer`, or `usage` for an override without a reason
 */
export const checkOrder = (
  revision: string,
  before: Before,
  override: { readonly reason: string } | undefined,
  at: string,
): Override | null => {
  const reason = override === undefined ? null : reasonOf(override);
  const fault = faultOf(revision, before);
  if (fault === null) return null;
  if (reason !== null) return { reason, replaced: fault.known, at };
  throw notNewer(fault.code, { revision, active: fault.known });
};

interface Fault {
  readonly code: "revision_older" | "revision_same" | "revision_no_order";
  readonly known: string;
}

const CODES = {
  older: "revision_older",
  same: "revision_same",
  none: "revision_no_order",
} as const;

const faultOf = (revision: string, { active, oldest }: Before): Fault | null => {
  for (const known of active === null ? oldest : [active]) {
    if (known === null) continue;
    const order = compareRevisions(revision, known);
    // A copy that was lost may be received again.
    if (order === "newer" || (order === "same" && active === null)) continue;
    return { code: CODES[order], known };
  }
  return null;
};

const MOST_LETTERS = 1_000;

/**
 * The reason of an override.
 *
 * @throws {AmrnciError} `usage` where there is none
 */
export const reasonOf = ({ reason }: { readonly reason: string }): string => {
  const said = reason.trim();
  if (said !== "" && said.length <= MOST_LETTERS) return said;
  throw badOverride("override_reason", { limit: MOST_LETTERS });
};
