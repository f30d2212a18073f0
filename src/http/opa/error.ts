import type { ErrorCode } from "../../errors.js";
import type { RequestContext } from "../service.js";
import { errorHeaders, errorOf, statusOf } from "../status.js";

/** The codes of OPA's REST API that are used here. */
export type OpaCode =
  | "internal_error"
  | "invalid_operation"
  | "invalid_parameter"
  | "unauthorized"
  | "undefined_document";

/** An error in the shape of OPA's REST API. */
export const opaError = (
  c: RequestContext,
  status: number,
  code: OpaCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  c.set("code", code);
  return c.body(`${JSON.stringify({ code, message }, null, 2)}\n`, status as 500, {
    "content-type": "application/json",
    ...headers,
  });
};

/** Whatever was thrown, as OPA would say it. */
export const opaFailure = (c: RequestContext, thrown: unknown): Response => {
  const { code, message, cause } = errorOf(thrown);
  const status = opaStatusOf(code);
  if (status >= 500) c.set("cause", cause ?? message);
  const [first = ""] = message.split("\n");
  return opaError(c, status, opaCodeOf(status), first, errorHeaders(code));
};

// OPA answers 400 to whatever is wrong with a request, a body that is too large included.
const opaStatusOf = (code: ErrorCode): number => {
  const status = statusOf(code);
  return status === 413 || status === 415 || status === 422 ? 400 : status;
};

const opaCodeOf = (status: number): OpaCode => {
  if (status === 401) return "unauthorized";
  return status < 500 ? "invalid_parameter" : "internal_error";
};

/** What OPA computes from the Rego, and a compiled policy does not give. */
export const notServed = (c: RequestContext): Response =>
  opaError(
    c,
    501,
    "invalid_operation",
    "only data.amrnci.decision and the bundle's data are served here; an OPA server computes the rest",
  );
