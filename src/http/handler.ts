import { Hono } from "hono";
import { AmrnciError } from "../errors.js";
import { authorize } from "./authorize.js";
import { batchRoute } from "./batch.js";
import { decisionsRoute } from "./decisions.js";
import { createMeter } from "./metrics/meter.js";
import { metricsRoute } from "./metrics/route.js";
import { batchDataRoute } from "./opa/batch-data.js";
import { changeRoute, dataRoute, notServedRoute, webhookRoute } from "./opa/data.js";
import { opaFailure } from "./opa/error.js";
import { healthOfRoute, healthRoute } from "./opa/health.js";
import { openapiRoute } from "./openapi/route.js";
import { type HandlerOptions, LIMITS } from "./options.js";
import { observing } from "./observing.js";
import { problem } from "./problem.js";
import { rulesOf } from "./rules.js";
import { rulesRoute } from "./rules-route.js";
import type { Carried, RequestContext, Service } from "./service.js";

/** Answers a request of the web's fetch standard. */
export type Handler = (request: Request) => Promise<Response>;

/**
 * Makes the one handler for servers, gateways and edge workers. It speaks OPA's Data and Health API,
 * so that any OPA client may ask it, and plain requests beside.
 *
 * @example
 * ```ts
 * import { createEvaluator } from "amrnci";
 * import { createHandler } from "amrnci/http";
 *
 * const handler = createHandler({ rules: await createEvaluator() });
 * const response = await handler(
 *   new Request("http://localhost/v1/data/amrnci/decision", {
 *     method: "POST",
 *     body: JSON.stringify({ input: { incident: { id: "2025-001" } } }),
 *   }),
 * );
 * ```
 */
export const createHandler = (options: HandlerOptions): Handler => {
  const service: Service = {
    source: rulesOf(options.rules),
    limits: { ...LIMITS, ...options.limits },
    meter: createMeter(),
    record: options.record,
    more: options.metrics ?? (() => ""),
  };
  const app = new Hono<Carried>();
  const { tokens = [] } = options;

  app.use(observing(service, options.observe));
  app.get("/health", healthRoute(service));
  app.get("/health/:name{.+}", healthOfRoute(service));
  app.use(async (c, next) => {
    try {
      if (tokens.length > 0) await authorize(c.req.raw.headers, tokens);
      admit(service);
    } catch (error) {
      return failure(c, error);
    }
    return next();
  });
  addOpa(app, service);
  app.post("/v1/decisions", decisionsRoute(service));
  app.post("/v1/batch", batchRoute(service));
  app.get("/v1/rules", rulesRoute(service));
  app.get("/metrics", metricsRoute(service));
  app.get("/openapi.json", openapiRoute);
  for (const path of ["/v1/decisions", "/v1/batch", "/v1/rules", "/metrics", "/openapi.json"]) {
    app.all(path, (c) => problem(c, new AmrnciError("method_not_allowed", notAllowed(c))));
  }
  app.notFound((c) => problem(c, new AmrnciError("not_found", NOT_FOUND)));
  app.onError((error, c) => failure(c, error));
  return async (request) => app.fetch(request);
};

const addOpa = (app: Hono<Carried>, service: Service): void => {
  for (const path of ["/v1/data", "/v1/data/*"]) {
    app.on(["GET", "POST"], path, dataRoute(service));
    app.on(["PUT", "PATCH", "DELETE"], path, changeRoute);
    app.all(path, (c) => c.body(null, 405));
  }
  for (const path of ["/v0/data", "/v0/data/*"]) {
    app.post(path, webhookRoute(service));
    app.all(path, (c) => c.body(null, 405));
  }
  app.post("/v1/batch/data/*", batchDataRoute(service));
  // An OPA names its default document in its configuration (`default_decision`).
  app.post("/", webhookRoute(service, "/amrnci/decision"));
  for (const path of ["policies", "query", "compile", "config", "status"]) {
    app.all(`/v1/${path}`, notServedRoute);
    app.all(`/v1/${path}/*`, notServedRoute);
  }
};

/** Errors of OPA's paths have OPA's shape, all others are problem details. */
const failure = (c: RequestContext, error: unknown): Response =>
  /^\/(?:v1\/data|v1\/batch\/data|v0\/data)?(?:\/|$)/.test(c.req.path)
    ? opaFailure(c, error)
    : problem(c, error);

const admit = ({ meter, limits }: Service): void => {
  if (meter.current.inProgress <= limits.concurrent) return;
  throw new AmrnciError("too_busy", "too many requests are in progress; ask again in a second");
};

const NOT_FOUND = "There is no such path; GET /openapi.json lists them.";
const notAllowed = (c: RequestContext): string =>
  `${c.req.path} does not take ${c.req.method}; GET /openapi.json says what it takes.`;
