import { AmrnciError } from "../../errors.js";

/** Why a source gave no bundle. */
const FAILED = {
  http_status: "it answers {status}",
  timed_out: "it did not answer within {seconds} seconds",
  too_large: "it gives more than {limit} bytes",
  unreachable: "{why}",
  redirect_refused: "it redirects to {to}, and {why}",
  redirect_nowhere: "it redirects to no address",
  redirects_many: "it redirects more than {limit} times",
  redirect_hidden: "it redirects, and this runtime does not say where to",
} as const;

/** Why an address is of no use. */
const ADDRESS = {
  no_url: "it is no URL",
  password: "it holds a password; give a token or headers instead",
  scheme: "it begins with {scheme} instead of https:",
  plain_http: "plain http: is taken from this machine only, unless allowHttp is set",
  file_host: "it is a file on the host {host}",
  header: "the header {name} has a value that can't be sent",
} as const;

export type SourceFault = keyof typeof FAILED;
export type AddressFault = keyof typeof ADDRESS;

type Params = Readonly<Record<string, string | number>>;

const filled = (sentence: string, params: Params): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));

/** The error of a source that gave no bundle. */
export const sourceFailed = (
  name: string,
  code: SourceFault,
  params: Params = {},
  cause?: unknown,
): AmrnciError =>
  new AmrnciError(
    "bundle_source_failed",
    `No bundle from ${name}: ${filled(FAILED[code], params)}.`,
    { cause, reason: { code, params: { name, ...params } } },
  );

/** The error of an address, or of what is sent to it, that is of no use. */
export const badAddress = (code: AddressFault, params: Params = {}): AmrnciError =>
  new AmrnciError("usage", `The bundle's source can't be used: ${addressFault(code, params)}.`, {
    reason: { code, params },
  });

/** The same as a part of a sentence. */
export const addressFault = (code: AddressFault, params: Params = {}): string =>
  filled(ADDRESS[code], params);
