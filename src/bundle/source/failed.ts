import { AmrnciError } from "../../errors.js";

/** The error of a source that gave no bundle. */
export const sourceFailed = (
  name: string,
  why: string,
  cause?: unknown,
  details: { readonly httpCode?: number; readonly retryAfterSeconds?: number } = {},
): AmrnciError =>
  new AmrnciError("bundle_source_failed", `No bundle from ${name}: ${why}.`, {
    cause: Object.keys(details).length > 0 ? { ...details, cause } : cause,
  });
