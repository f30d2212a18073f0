import type { Decision } from "../generated/types.js";
import { parseJson } from "../input/index.js";
import { readBody } from "./body.js";
import { headersOf } from "./parts/enrich.js";
import { problem } from "./problem.js";
import { decided, type RequestContext, type Service } from "./service.js";
import { isSet } from "./opa/parameters.js";

/** `POST /v1/decisions`: a request in, the decision out; with `?compare` what other readings change. */
export const decisionsRoute =
  (service: Service) =>
  async (c: RequestContext): Promise<Response> => {
    try {
      const rules = service.source.current();
      const bytes = await readBody(c.req.raw, service.limits);
      const request = parseJson(bytes, { maxBytes: service.limits.bodyBytes }).value;
      const decision = rules.evaluator.evaluateToJson(request);
      const id = await decided(service, c, { path: "amrnci/decision", request, decision }, rules);
      const query = new URL(c.req.url).searchParams;
      const text = isSet(query, "compare")
        ? `${decision.slice(0, -1)},"comparison":${JSON.stringify(rules.evaluator.compareReadings(request))}}`
        : decision;
      return c.body(`${text}\n`, 200, {
        "content-type": "application/json",
        "amrnci-decision-id": id,
        // For gateways, which read headers and no bodies.
        ...headersOf(JSON.parse(decision) as Decision),
      });
    } catch (error) {
      return problem(c, error);
    }
  };
