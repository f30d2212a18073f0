import { AmrnciError, type ErrorCode, isAmrnciError } from "../errors.js";

// What is not listed went wrong inside.
const STATUS: Partial<Record<ErrorCode, number>> = {
  input_too_large: 413,
  policy_memory: 413,
  input_not_text: 400,
  input_not_utf8: 400,
  input_not_json: 400,
  input_not_yaml: 400,
  input_unreadable: 400,
  too_deep: 400,
  duplicate_key: 400,
  forbidden_key: 400,
  lone_surrogate: 400,
  number_not_exact: 400,
  incident_invalid: 422,
  request_invalid: 422,
  reading_unknown: 422,
  unauthorized: 401,
  not_found: 404,
  method_not_allowed: 405,
  too_slow: 408,
  media_type_unsupported: 415,
  too_busy: 503,
  bundle_not_active: 503,
};

/** The HTTP status for an error's code. */
export const statusOf = (code: ErrorCode): number => STATUS[code] ?? 500;

/** Any error as one of ours; what nobody expected says nothing to the outside. */
export const errorOf = (thrown: unknown): AmrnciError => {
  if (isAmrnciError(thrown)) return thrown;
  const message = "Something went wrong inside; the operator's log says what.";
  return new AmrnciError("internal", message, { cause: thrown });
};

/** Headers of an error: when to come again, and that the rest of a body is not awaited. */
export const errorHeaders = (code: ErrorCode): Record<string, string> => ({
  ...(code === "too_busy" || code === "bundle_not_active" ? { "retry-after": "1" } : {}),
  ...(code === "unauthorized" ? { "www-authenticate": 'Bearer realm="amrnci"' } : {}),
  ...(code === "too_slow" || code === "input_too_large" ? { connection: "close" } : {}),
});
