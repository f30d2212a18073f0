import { createEnricher, type Enriched, type EnrichOptions, isOurs } from "./enrich.js";
import { problemOf } from "./problem-of.js";

/** What of Express is used, so that any version of it fits. */
interface ExpressRequest {
  body?: unknown;
  headers: Record<string, string | string[] | undefined>;
  amrnci?: Enriched;
}
interface ExpressResponse {
  status(code: number): this;
  type(type: string): this;
  send(body: unknown): this;
}

/**
 * A handler for Express, behind `express.json()`: decides on the incident or request in the body, which
 * the handlers behind it find as `req.amrnci` and as `amrnci-…` headers, ready to be sent upstream.
 *
 * @example
 * ```ts
 * app.post("/incidents", express.json(), expressHandler({ rules: evaluator }), (req, res) => {
 *   res.json(req.amrnci.decision);
 * });
 * ```
 */
export const expressHandler = (
  options: EnrichOptions,
): ((request: ExpressRequest, response: ExpressResponse, next: () => void) => void) => {
  const enrich = createEnricher(options);
  return (request, response, next) => {
    try {
      const enriched = enrich(request.body);
      takeHeaders(request.headers, enriched);
      request.amrnci = enriched;
    } catch (error) {
      const { status, body } = problemOf(error, request.headers["accept-language"]?.toString());
      response.status(status).type("application/problem+json").send(JSON.stringify(body));
      return;
    }
    next();
  };
};

/** Puts a decision's headers among those of a request; whoever sent such ones is not believed. */
export const takeHeaders = (
  headers: Record<string, string | string[] | undefined>,
  enriched: Enriched,
): void => {
  for (const name of Object.keys(headers)) if (isOurs(name)) Reflect.deleteProperty(headers, name);
  Object.assign(headers, enriched.headers);
};
