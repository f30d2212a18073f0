import { parseJson } from "../../input/index.js";
import { createEnricher, type Enriched, type EnrichOptions, isOurs } from "./enrich.js";
import { problemOf } from "./problem-of.js";

/** What of Hono's context is used, so that any version of Hono fits. */
interface HonoContext {
  req: { raw: Request; arrayBuffer(): Promise<ArrayBuffer> };
  set(key: "amrnci", value: Enriched): void;
}

/**
 * Middleware for Hono: decides on the incident or request in the body, which the handlers behind it find
 * as `c.get("amrnci")` and as `amrnci-…` headers of `c.req.raw`, ready to be sent upstream. What can't
 * be decided on is answered with problem details.
 *
 * @example
 * ```ts
 * app.post("/incidents", honoMiddleware({ rules: evaluator }), (c) => c.json(c.get("amrnci").decision));
 * ```
 */
export const honoMiddleware = (
  options: EnrichOptions,
): ((c: HonoContext, next: () => Promise<void>) => Promise<Response | undefined>) => {
  const enrich = createEnricher(options);
  return async (c, next) => {
    try {
      const enriched = enrich(parseJson(new Uint8Array(await c.req.arrayBuffer())).value);
      c.set("amrnci", enriched);
      const headers = new Headers(c.req.raw.headers);
      // Whoever sends such headers must not be believed.
      for (const name of [...headers.keys()]) if (isOurs(name)) headers.delete(name);
      for (const [name, value] of Object.entries(enriched.headers)) headers.set(name, value);
      const { method, url, signal } = c.req.raw;
      c.req.raw = new Request(url, { method, headers, signal });
    } catch (error) {
      const accepted = c.req.raw.headers.get("accept-language") ?? undefined;
      const { status, body } = problemOf(error, accepted);
      const type = { "content-type": "application/problem+json" };
      return new Response(`${JSON.stringify(body)}\n`, { status, headers: type });
    }
    await next();
    return undefined;
  };
};
