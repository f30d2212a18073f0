import { AmrnciError } from "../../errors.js";
import { notNewer } from "../fault.js";
import { compareRevisions } from "./revision.js";
import type { Override } from "./types.js";

/**
 * Refuses a revision that is not newer than the active one, or older than the one that an earlier run
 * used last. A reason overrides it; then comes back what must be recorded. Null where none was needed.
 *
 * @throws {AmrnciError} `bundle_not_newer`, or `usage` for an override without a reason
 */
export const checkOrder = (
  revision: string,
  before: { readonly revision: string | null },
  isActive: boolean,
  override: { readonly reason: string } | undefined,
  at: string,
): Override | null => {
  const reason = override === undefined ? null : reasonOf(override);
  if (before.revision === null) return null;
  const order = compareRevisions(revision, before.revision);
  // A copy that was lost may be received again.
  if (order === "newer" || (order === "same" && !isActive)) return null;
  if (reason !== null) return { reason, replaced: before.revision, at };
  const faults = {
    older: "revision_older",
    same: "revision_same",
    none: "revision_no_order",
  } as const;
  throw notNewer(faults[order], { revision, active: before.revision });
};

const MOST_LETTERS = 1_000;

const reasonOf = ({ reason }: { readonly reason: string }): string => {
  const said = reason.trim();
  if (said !== "" && said.length <= MOST_LETTERS) return said;
  throw new AmrnciError(
    "usage",
    `An override needs a reason of 1 to ${MOST_LETTERS} letters, which is recorded.`,
  );
};
