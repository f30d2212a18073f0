import { badAddress, sourceFailed } from "./fault.js";
import { faultOf, nameOf } from "./address.js";

/** A value, or what gives it anew for each request, such as a token that is rotated. */
export type Supplied<T> = T | (() => T | Promise<T>);

/** How a client shows who it is. */
export interface Credentials {
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: Supplied<string>;
  /** Sent with each request to the source's own origin. */
  readonly headers?: Supplied<Readonly<Record<string, string>>>;
}

const supplied = async <T>(value: Supplied<T> | undefined): Promise<T | undefined> =>
  typeof value === "function" ? await (value as () => T | Promise<T>)() : value;

/** The headers that show who asks. A message about them never quotes them. */
export const credentialHeaders = async ({ token, headers }: Credentials): Promise<Headers> => {
  const made = new Headers();
  const set = (name: string, value: string): void => {
    try {
      made.set(name, value);
    } catch {
      throw badAddress("header_unfit", { name });
    }
  };
  for (const [name, value] of Object.entries((await supplied(headers)) ?? {})) set(name, value);
  const bearer = await supplied(token);
  if (bearer !== undefined) set("authorization", `Bearer ${bearer.trim()}`);
  return made;
};

const MOST_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What of `fetch` is used. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface Requesting {
  readonly fetch: Fetch;
  readonly credentials: Headers;
  /** What the request asks for; it holds no secrets. */
  readonly asking: Readonly<Record<string, string>>;
  readonly allowHttp: boolean;
  readonly signal: AbortSignal;
}

/**
 * Asks for an address and follows redirects. Credentials go to the origin that was configured and to no
 * other: fetch itself drops `Authorization` there, and would send all other headers on.
 *
 * @throws {AmrnciError} `bundle_source_failed` where a redirect leads nowhere, and what `fetch` throws
 */
export const request = async (url: URL, requesting: Requesting): Promise<Response> => {
  const { asking, credentials, allowHttp, signal } = requesting;
  const name = nameOf(url);
  let at = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const headers = new Headers(at.origin === url.origin ? credentials : undefined);
    for (const [name, value] of Object.entries(asking)) headers.set(name, value);
    const response = await requesting.fetch(at, { headers, signal, redirect: "manual" });
    if (response.type === "opaqueredirect") throw sourceFailed("redirect_hidden", { name });
    if (!REDIRECTS.has(response.status)) return response;
    void response.body?.cancel().catch(() => undefined);
    at = locationOf(response, at, url);
    // Who asked by https: is not sent on without it.
    const fault = faultOf(at, allowHttp && url.protocol === "http:");
    if (fault !== null) {
      const to = { to: at.host, scheme: at.protocol };
      throw sourceFailed(`redirect_${fault}`, { name, ...to });
    }
  }
  throw sourceFailed("redirects_many", { name, limit: MOST_REDIRECTS });
};

const locationOf = ({ headers }: Response, at: URL, url: URL): URL => {
  const location = headers.get("location");
  if (location !== null && URL.canParse(location, at)) return new URL(location, at);
  throw sourceFailed("redirect_nowhere", { name: nameOf(url) });
};
