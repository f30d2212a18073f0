import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { HandlerOptions } from "./options.js";
import type { Carried, Service } from "./service.js";
import { traceOf } from "./trace.js";

/** Counts each request, passes its trace context on, and tells of it once it was answered. */
export const observing = (
  { meter }: Service,
  observe: HandlerOptions["observe"],
): MiddlewareHandler<Carried> =>
  async function observed(c, next) {
    const start = performance.now();
    const trace = traceOf(c.req.raw.headers);
    if (trace !== undefined) c.set("traceparent", trace.traceparent);
    meter.current.inProgress += 1;
    try {
      await next();
    } finally {
      meter.current.inProgress -= 1;
    }
    if (trace !== undefined) {
      c.header("traceparent", trace.traceparent);
      if (trace.tracestate !== null) c.header("tracestate", trace.tracestate);
    }
    const milliseconds = performance.now() - start;
    const route = routePath(c, -1);
    const { status } = c.res;
    const method = METHODS.has(c.req.method) ? c.req.method : "other";
    meter.request(method, route, status, milliseconds / 1_000);
    if (observe === undefined) return;
    const { decisionId, code, cause } = c.var;
    observe({
      method,
      route,
      status,
      milliseconds,
      ...(decisionId === undefined ? {} : { decisionId }),
      ...(trace === undefined ? {} : { traceId: trace.traceId }),
      ...(code === undefined ? {} : { code }),
      ...(cause === undefined ? {} : { cause }),
    });
  };

// A stranger may send any word, and each would be a line of the metrics for ever.
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
