import fastify from "fastify";
import { Hono } from "hono";
import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import {
  createQueueFunction,
  type Enriched,
  expressHandler,
  fastifyPlugin,
  honoMiddleware,
} from "../../../src/http/index.js";
import { isOurs } from "../../../src/http/parts/enrich.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";

const HEADERS = {
  "content-type": "application/json",
  "accept-language": "zh-CN",
  "amrnci-grade": "general",
  "AMRNCI-reportable": "no",
};

/** What a part for a framework came to: a decision and the headers that go on, or problem details. */
interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The decision, or the problem. */
  readonly value: unknown;
}

/** A body that comes through Hono, Fastify, Express or a queue. What goes on says what was decided. */
export const open = ({ evaluator, json }: Pick<Product, "evaluator" | "json">): Door => {
  const rules = { rules: evaluator };
  const ways: Way[] = [byHono(rules), byFastify(rules), byExpress(rules), byQueue(rules)];
  return {
    seeds: json,
    take: async (bytes) => {
      const features: string[] = [];
      for (const [place, way] of ways.entries()) {
        const outcome = await way(bytes);
        if (outcome !== null) features.push(`${String(place)} ${demandOutcome(outcome)}`);
      }
      return features;
    },
  };
};

type Rules = Parameters<typeof honoMiddleware>[0];
type Way = (bytes: Uint8Array) => Outcome | null | Promise<Outcome | null>;

const byHono = (rules: Rules): Way => {
  const app = new Hono<{ Variables: { amrnci: Enriched } }>();
  app.post("/", honoMiddleware(rules), (c) => {
    const headers = Object.fromEntries(c.req.raw.headers);
    return c.json({ headers, value: c.get("amrnci").decision });
  });
  return async (bytes) => {
    const response = await app.request("/", {
      method: "POST",
      headers: HEADERS,
      body: bytes.slice(),
    });
    const body: unknown = await response.json();
    const { status } = response;
    if (status !== 200) return { status, headers: {}, value: body };
    return { status, ...(body as Pick<Outcome, "headers" | "value">) };
  };
};

const byFastify = (rules: Rules): Way => {
  const app = fastify();
  void app.register(fastifyPlugin as never, rules);
  app.post("/", (request) => {
    const { amrnci } = request as unknown as { amrnci: Enriched };
    return { headers: request.headers, value: amrnci.decision };
  });
  return async (bytes) => {
    // Fastify's own parser refuses what is no JSON, before the plugin.
    if (parsed(bytes) === undefined) return null;
    const request = {
      method: "POST",
      url: "/",
      headers: HEADERS,
      payload: Buffer.from(bytes),
    } as const;
    const response = await app.inject(request);
    const body = response.json<Record<string, unknown>>();
    const { statusCode: status } = response;
    if (String(body.code).startsWith("FST_") || body.error === "Bad Request") return null;
    if (status !== 200) return { status, headers: {}, value: body };
    return { status, ...(body as unknown as Pick<Outcome, "headers" | "value">) };
  };
};

const byExpress = (rules: Rules): Way => {
  const handle = expressHandler(rules);
  return (bytes) => {
    const body = parsed(bytes);
    const headers: Record<string, string> = { ...HEADERS };
    const request: Parameters<typeof handle>[0] = { body, headers };
    let answered = { status: 200, text: "" };
    const response: Parameters<typeof handle>[1] = {
      status: (status) => ((answered = { ...answered, status }), response),
      type: () => response,
      send: (text) => ((answered = { ...answered, text: String(text) }), response),
    };
    handle(request, response, () => undefined);
    const { status, text } = answered;
    if (request.amrnci !== undefined) return { status, headers, value: request.amrnci.decision };
    return { status, headers: {}, value: JSON.parse(text) as unknown };
  };
};

const byQueue = (rules: Rules): Way => {
  const decide = createQueueFunction(rules);
  return (bytes) => {
    const { ok, body, headers } = decide(bytes);
    const { decision, error } = JSON.parse(body) as { decision?: unknown; error?: unknown };
    return { status: ok ? 200 : 422, headers, value: ok ? decision : error };
  };
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as unknown;
  } catch {
    return undefined;
  }
};

/** A decision whose headers are its own and nobody else's, or a code; gives which. */
const demandOutcome = ({ status, headers, value }: Outcome): string => {
  if (status === 200) {
    const decision = validateDecision(value);
    const ours = Object.entries(headers).filter(([name]) => isOurs(name));
    const told = Object.fromEntries(ours.map(([name, held]) => [name.toLowerCase(), held]));
    const isTold =
      told["amrnci-status"] === decision.status &&
      told["amrnci-grade"] === decision.grade?.floor &&
      told["amrnci-reportable"] === (decision.reportable ?? undefined);
    if (!isTold) throw new TypeError(`the headers say otherwise: ${JSON.stringify(told)}`);
    return decision.status;
  }
  const { code } = value as { code?: unknown };
  if (typeof code !== "string" || code === "internal" || status >= 500)
    throw new TypeError(`it answers ${String(status)} ${JSON.stringify(value)}`);
  return code;
};
