import { AmrnciError, isAmrnciError } from "../../errors.js";
import type { ActiveBundle, ActiveStatus, StatusError } from "./types.js";

/** The status of an active bundle, as data. */
export const activeStatus = (bundle: ActiveBundle, persisted: boolean | null): ActiveStatus => ({
  revision: bundle.revision,
  digest: bundle.digest,
  logic_version: bundle.logicVersion,
  wasm: bundle.wasm,
  signer: bundle.signer,
  origin: bundle.origin,
  activated_at: bundle.activatedAt,
  not_after: bundle.notAfter,
  stale: bundle.stale(),
  override: bundle.override,
  persisted,
});

/** An error as the status tells it. */
export const statusError = ({ code, message, reason }: AmrnciError, at: string): StatusError => {
  const status = reason?.params.status;
  return {
    code,
    message,
    at,
    ...(reason === undefined ? {} : { reason }),
    ...(typeof status === "number" ? { http_code: status } : {}),
  };
};

/** Whatever was thrown as a coded error: nothing else leaves this room. */
export const codedError = (thrown: unknown): AmrnciError => {
  if (isAmrnciError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AmrnciError("internal", `The bundle could not be activated: ${message}`, {
    cause: thrown,
  });
};
