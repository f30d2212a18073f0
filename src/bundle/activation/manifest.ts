import { isTime } from "../../evaluator/index.js";
import { unreadable } from "../fault.js";
import type { Manifest } from "../manifest.js";

/** Until when a bundle's rules are meant to be used. */
export interface NotAfter {
  /** As the manifest says it. */
  readonly said: string;
  /** In milliseconds. */
  readonly at: number;
}

/**
 * The manifest's `metadata.not_after`; null where it has none.
 *
 * @throws {AmrnciError} `bundle_unreadable` where it is no time
 */
export const notAfterOf = ({ metadata }: Manifest): NotAfter | null => {
  const said = metadata?.not_after;
  if (said === undefined) return null;
  if (typeof said !== "string" || !isTime(said)) throw unreadable("not_after_wrong");
  return { said, at: Date.parse(said) };
};
