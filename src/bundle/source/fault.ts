import { refuser } from "../fault.js";

/** Why a source gave no bundle. */
const FAILED = {
  http_status: "it answers {status}",
  timed_out: "it did not answer within {seconds} seconds",
  too_large: "it gives more than {limit} bytes",
  unreachable: "{why}",
  redirect_nowhere: "it redirects to no address",
  redirects_many: "it redirects more than {limit} times",
  redirect_hidden: "it redirects, and this runtime does not say where to",
  redirect_password: "it redirects to {to} with a password",
  redirect_scheme: "it redirects to {scheme}, and only https: is followed",
  redirect_plain_http: "it redirects to {to}, and plain http: is followed on this machine only",
} as const;

/** Why an address, or what is sent there, is of no use. */
const ADDRESS = {
  address_no_url: "it is no URL",
  address_password: "it holds a password; give a token or headers instead",
  address_scheme: "it begins with {scheme} instead of https:",
  address_plain_http: "plain http: is taken from this machine only, unless allowHttp is set",
  address_host: "it is a file on the host {host}",
  header_unfit: "the header {name} has a value that can't be sent",
} as const;

/** What is wrong with a source, as a word that programs may rely on. */
export type SourceFault = keyof typeof FAILED | keyof typeof ADDRESS;

export const sourceFailed = refuser("bundle_source_failed", "No bundle from {name}", FAILED);
export const badAddress = refuser("usage", "The bundle's source can't be used", ADDRESS);
