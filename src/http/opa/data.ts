import { type RequestContext, type Service } from "../service.js";
import type { ActiveRules } from "../rules.js";
import { answerOf } from "./answer.js";
import { segmentsOf } from "./document.js";
import { notServed, opaError, opaFailure } from "./error.js";
import { bodyOf, postedInput, queriedInput } from "./input.js";
import { explainOf, isSet } from "./parameters.js";

/*
 * OPA's Data API: https://www.openpolicyagent.org/docs/rest-api#data-api
 * An input that the policy can't read is a decision `invalid`, as on an OPA server.
 */

const INPUT_MISSING = "'input' key missing from the request";

/** `POST /v1/data/…` and `GET /v1/data/…` */
export const dataRoute =
  (service: Service) =>
  async (c: RequestContext): Promise<Response> => {
    try {
      const clock = stopwatch();
      const rules = service.source.current();
      const query = new URL(c.req.url).searchParams;
      const posted = c.req.method === "POST";
      const input = posted
        ? await postedInput(c.req.raw, service.limits)
        : queriedInput(query, service.limits);
      clock.lap("timer_rego_input_parse_ns");
      const path = pathOf(c, "/v1/data");
      const answer = await answerOf(service, c, rules, path, input);
      if (answer === undefined) return notServed(c);
      clock.lap("timer_rego_query_eval_ns");

      const members: string[] = [`"decision_id":"${answer.decisionId}"`];
      const add = (name: string, value: unknown): void => {
        members.push(`"${name}":${JSON.stringify(value)}`);
      };
      if (isSet(query, "provenance")) add("provenance", provenanceOf(rules));
      const explain = explainOf(query);
      if (explain === "notes") add("explanation", []);
      if (isSet(query, "metrics") || isSet(query, "instrument")) add("metrics", clock.total());
      if (answer.text !== undefined) members.push(`"result":${answer.text}`);
      const warnings = [
        ...(posted && input === undefined ? [INPUT_MISSING] : []),
        ...(explain === undefined || explain === "notes"
          ? []
          : [`there is no explanation "${explain}": a compiled policy keeps no trace`]),
      ];
      if (warnings.length > 0) {
        add("warning", { code: "api_usage_warning", message: warnings.join("; ") });
      }
      return json(c, `{${members.join(",")}}`, query);
    } catch (error) {
      return opaFailure(c, error);
    }
  };

/** `POST /v0/data/…` and `POST /`: the body is the input, and the answer the document itself. */
export const webhookRoute =
  (service: Service, standard?: string) =>
  async (c: RequestContext): Promise<Response> => {
    try {
      const rules = service.source.current();
      const input = (await bodyOf(c.req.raw, service.limits)) ?? null;
      const path = standard ?? pathOf(c, "/v0/data");
      const answer = await answerOf(service, c, rules, path, input);
      if (answer === undefined) return notServed(c);
      if (answer.text !== undefined) return json(c, answer.text, new URL(c.req.url).searchParams);
      const name = ["data", ...segmentsOf(path)].join(".");
      return opaError(c, 404, "undefined_document", `document missing: ${name}`);
    } catch (error) {
      return opaFailure(c, error);
    }
  };

/** Whatever would change the data: the bundle owns it. */
export const changeRoute = (c: RequestContext): Response => {
  const path = segmentsOf(pathOf(c, "/v1/data")).join("/");
  return opaError(c, 400, "invalid_parameter", `path ${path} is owned by the bundle of rules`);
};

/** The rest of OPA's API, which needs OPA. */
export const notServedRoute = (c: RequestContext): Response => notServed(c);

const provenanceOf = ({ revision }: ActiveRules): object => ({
  version: "amrnci",
  build_commit: "",
  build_timestamp: "",
  build_hostname: "",
  bundles: { amrnci: { revision } },
});

export const pathOf = (c: RequestContext, prefix: string): string =>
  new URL(c.req.url).pathname.slice(prefix.length);

export const json = (
  c: RequestContext,
  text: string,
  query: URLSearchParams,
  status: 200 | 207 = 200,
): Response => {
  const shown = isSet(query, "pretty") ? JSON.stringify(JSON.parse(text), null, 2) : text;
  return c.body(`${shown}\n`, status, { "content-type": "application/json" });
};

const stopwatch = (): { lap: (name: string) => void; total: () => object } => {
  const start = performance.now();
  let last = start;
  const laps: Record<string, number> = {};
  const nanoseconds = (from: number, to: number): number => Math.round((to - from) * 1e6);
  return {
    lap(name) {
      const now = performance.now();
      laps[name] = nanoseconds(last, now);
      last = now;
    },
    total: () => ({ ...laps, timer_server_handler_ns: nanoseconds(start, performance.now()) }),
  };
};
