import { badAddress } from "./fault.js";

/** Whether a host is this machine; what is sent there crosses no network. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "[::1]" ||
  /^127(?:\.\d{1,3}){3}$/.test(hostname);

export type AddressFault = "password" | "scheme" | "plain_http";

/**
 * Why an address is of no use, or null. A signature keeps a bundle from being changed on the way; over
 * plain HTTP anybody could still see the token and hold updates back.
 */
export const faultOf = (url: URL, allowHttp: boolean): AddressFault | null => {
  if (url.username !== "" || url.password !== "") return "password";
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:") return "scheme";
  return allowHttp || isLoopback(url) ? null : "plain_http";
};

/** A source's address, checked. */
export const addressOf = (given: string | URL, allowHttp: boolean): URL => {
  if (!URL.canParse(String(given))) throw badAddress("address_no_url");
  const url = new URL(given);
  const fault = faultOf(url, allowHttp);
  if (fault !== null) throw badAddress(`address_${fault}`, { scheme: url.protocol });
  return url;
};

/** An address without what may be secret in it. */
export const nameOf = ({ origin, pathname }: URL): string => `${origin}${pathname}`;
