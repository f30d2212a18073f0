import { createEnricher, type Enriched, type EnrichOptions } from "./enrich.js";
import { takeHeaders } from "./express.js";
import { problemOf } from "./problem-of.js";

/** What of Fastify is used, so that any version of it fits. */
interface FastifyRequest {
  body: unknown;
  headers: Record<string, string | string[] | undefined>;
}
interface FastifyReply {
  code(status: number): this;
  type(type: string): this;
  send(body: string): this;
}
interface Fastify {
  decorateRequest(name: string, value: null): unknown;
  addHook(
    name: "preHandler",
    hook: (request: FastifyRequest, reply: FastifyReply, done: () => void) => void,
  ): unknown;
}

// As fastify-plugin does it: the hook is for the routes beside the plugin, not only for those inside.
function besideRoutes<Plugin extends object>(plugin: Plugin): Plugin {
  return Object.assign(plugin, { [Symbol.for("skip-override")]: true });
}

/**
 * A plugin for Fastify: decides on the incident or request in every body of the routes where it is
 * registered, which find it as `request.amrnci` and as `amrnci-…` headers, ready to be sent upstream.
 *
 * @example
 * ```ts
 * await app.register(fastifyPlugin, { rules: evaluator });
 * app.post("/incidents", (request) => request.amrnci.decision);
 * ```
 */
export const fastifyPlugin = /* @__PURE__ */ besideRoutes(
  (app: Fastify, options: EnrichOptions, done: () => void): void => {
    const enrich = createEnricher(options);
    app.decorateRequest("amrnci", null);
    app.addHook("preHandler", (request, reply, next) => {
      if (request.body === undefined) {
        next();
        return;
      }
      try {
        const enriched = enrich(request.body);
        takeHeaders(request.headers, enriched);
        (request as FastifyRequest & { amrnci: Enriched }).amrnci = enriched;
      } catch (error) {
        const { status, body } = problemOf(error, request.headers["accept-language"]?.toString());
        reply.code(status).type("application/problem+json").send(JSON.stringify(body));
        return;
      }
      next();
    });
    done();
  },
);
