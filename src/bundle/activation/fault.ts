import { refuser } from "../fault.js";

const NOT_ACTIVE = {
  none_active: "nothing can be decided; the status says why",
  following_stopped: "following was stopped before there was one",
} as const;

const CORRUPT = {
  copy_other_bytes: "it has other bytes than what was kept",
  copy_other_revision: "it is of another revision than what was kept",
  copy_unreadable: "{path} can't be read ({why})",
  copy_unnamed: "{path} names no copy ({why})",
} as const;

const NOT_KEPT = {
  copy_not_written: "nothing can be written into {path} ({why})",
} as const;

const OVERRIDE = {
  override_reason: "it needs a reason of 1 to {limit} letters, which is recorded",
} as const;

const DEPLOYED = {
  module_unnamed: "the deployed module names none; deploy the policy.wasm of this package",
} as const;

/** What is wrong with an activation, as a word that programs may rely on. */
export type ActivationFault =
  | keyof typeof NOT_ACTIVE
  | keyof typeof CORRUPT
  | keyof typeof NOT_KEPT
  | keyof typeof OVERRIDE
  | keyof typeof DEPLOYED;

export const notActive = refuser("bundle_not_active", "No bundle of rules is active", NOT_ACTIVE);
export const corrupt = refuser(
  "bundle_copy_corrupt",
  "The copy of the last bundle is damaged and not used",
  CORRUPT,
);
export const notKept = refuser("bundle_copy_failed", "The bundle is used and not kept", NOT_KEPT);
export const badOverride = refuser("usage", "The override can't be used", OVERRIDE);
export const deployedUnfit = refuser(
  "logic_version_mismatch",
  "The logic version can't be told",
  DEPLOYED,
);
