import { AmrnciError } from "../../errors.js";

/** Whether a host is this machine; what is sent there crosses no network. */
const isLoopback = ({ hostname }: URL): boolean =>
  hostname === "localhost" ||
  hostname.endsWith(".localhost") ||
  hostname === "[::1]" ||
  /^127(?:\.\d{1,3}){3}$/.test(hostname);

/**
 * Why an address is of no use, or null. A signature keeps a bundle from being changed on the way; over
 * plain HTTP anybody could still see the token and hold updates back.
 */
export const faultOf = (url: URL, allowHttp: boolean): string | null => {
  if (url.username !== "" || url.password !== "")
    return "it holds a password; use token or headers";
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:") return `it is ${url.protocol}, not https:`;
  if (allowHttp || isLoopback(url)) return null;
  return "it is http:, which is taken from this machine only, unless allowHttp is set";
};

/** A source's address, checked. */
export const addressOf = (given: string | URL, allowHttp: boolean): URL => {
  const refuse = (why: string): AmrnciError =>
    new AmrnciError("usage", `The bundle's address can't be used: ${why}.`);
  if (!URL.canParse(String(given))) throw refuse("it is no URL");
  const url = new URL(given);
  const fault = faultOf(url, allowHttp);
  if (fault !== null) throw refuse(fault);
  return url;
};

/** An address without what may be secret in it. */
export const nameOf = ({ origin, pathname }: URL): string => `${origin}${pathname}`;
