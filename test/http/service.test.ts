// What a platform engineer asks of the service beside OPA's API.
import { readFileSync } from "node:fs";
import { OPAClient } from "@open-policy-agent/opa";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHandler, type Decided, type Exchange } from "../../src/http/index.js";
import { createRules } from "../../src/bundle/index.js";
import type { Evaluator } from "../../src/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedEvaluator, startService } from "./service.js";

let evaluator: Evaluator;
let service: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  evaluator = await shippedEvaluator();
  service = await startService({ rules: evaluator });
});
afterAll(async () => {
  await service.stop();
});

const example = JSON.parse(
  readFileSync(new URL("../../examples/coupang-2025-supplement.json", import.meta.url), "utf8"),
) as object;

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${service.url}${path}`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("POST /v1/decisions", () => {
  it("answers a request with its decision", async () => {
    const response = await post("/v1/decisions", example);
    expect(response.status).toBe(200);
    expect(response.headers.get("amrnci-decision-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual(evaluator.evaluate(example));
  });

  it("adds the comparison of readings where it is asked for", async () => {
    const response = await post("/v1/decisions?compare", example);
    const comparison = evaluator.compareReadings(example);
    expect(await response.json()).toEqual({ ...evaluator.evaluate(example), comparison });
  });

  it("tells what is wrong, place by place, as problem details", async () => {
    const response = await post("/v1/decisions", { incident: { id: "x", ransomware: "perhaps" } });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      type: "https://amrnci.dev/problems/request_invalid",
      status: 422,
      code: "request_invalid",
      issues: [{ path: "/incident/ransomware" }],
    });
  });

  it("tells it in Chinese to whom Chinese is preferred", async () => {
    const response = await post("/v1/decisions", "{", {
      "accept-language": "zh-CN,zh;q=0.9,en;q=0.8",
    });
    expect(response.headers.get("content-language")).toBe("zh");
    expect(await response.json()).toMatchObject({
      status: 400,
      code: "input_not_json",
      title: "请求体不是有效的 JSON",
    });
  });

  it("refuses what is no request with a code", async () => {
    const codes = async (body: string) => {
      const response = await post("/v1/decisions", body);
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await codes("")).toEqual([400, "input_not_json"]);
    expect(await codes('{"incident":{"id":"a","id":"b"}}')).toEqual([400, "duplicate_key"]);
    expect(await codes('{"incident":{"id":"a"},"readings":{"none":"x"}}')).toEqual([
      422,
      "reading_unknown",
    ]);
    expect(await codes(" ".repeat(1024 * 1024 + 1))).toEqual([413, "input_too_large"]);
  });

  it("knows which methods and paths there are", async () => {
    expect((await fetch(`${service.url}/v1/decisions`)).status).toBe(405);
    expect((await fetch(`${service.url}/v2/decisions`)).status).toBe(404);
  });
});

describe("POST /v1/batch", () => {
  it("answers line by line, in order, with errors in their places", async () => {
    const requests = fixtureFiles().slice(0, 20).map(requestOf);
    const lines = [
      ...requests.map((one) => JSON.stringify(one)),
      "",
      "nonsense",
      '{"incident":{}}',
    ];
    const response = await post("/v1/batch", lines.join("\n"));
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const answers = (await response.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(answers.slice(0, 20)).toEqual(requests.map((one) => evaluator.evaluate(one)));
    expect(answers.slice(20)).toMatchObject([
      { error: { code: "input_not_json" } },
      { error: { code: "request_invalid", issues: [{ path: "/incident/id" }] } },
    ]);
  });

  it("answers the first line before the second is sent", async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const line = new TextEncoder().encode('{"incident":{"id":"a"}}\n');
    void writer.write(line);
    const init = { method: "POST", body: readable, duplex: "half" } as RequestInit;
    const response = await createHandler({ rules: evaluator })(
      new Request("http://x/v1/batch", init),
    );
    const reader = response.body!.getReader();
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value)).toContain('"status":"undecided"');
    void writer.write(line).then(() => writer.close());
    expect((await reader.read()).done).toBe(false);
    expect((await reader.read()).done).toBe(true);
  });
});

describe("who runs the service", () => {
  it("sees which rules answer", async () => {
    const { law } = evaluator.data as { law: { revision: string } };
    const response = await fetch(`${service.url}/v1/rules`);
    expect(await response.json()).toMatchObject({
      revision: law.revision,
      versions: [{ id: "2025-11-01" }],
      stale: false,
    });
  });

  it("scrapes metrics in the Prometheus text format", async () => {
    const own = await startService({ metrics: () => "more_of_it 1\n" });
    const body = '{"input":{"incident":{"id":"a"}}}';
    for (let n = 0; n < 3; n++)
      await fetch(`${own.url}/v1/data/amrnci/decision`, { method: "POST", body });
    await fetch(`${own.url}/nowhere`, { method: "BREW" }).catch(() => undefined);
    const text = await (await fetch(`${own.url}/metrics`)).text();
    await own.stop();
    const comment = String.raw`# (?:HELP|TYPE) \w+ .+`;
    const sample = String.raw`[a-z_]+(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? [0-9.e+-]+`;
    for (const line of text.trimEnd().split("\n")) {
      expect(line).toMatch(new RegExp(`^(?:${comment}|${sample})$`));
    }
    expect(text).toContain(
      'amrnci_http_requests_total{method="POST",route="/v1/data/*",status="200"} 3',
    );
    expect(text).toContain('duration_seconds_bucket{route="/v1/data/*",le="+Inf"} 3');
    expect(text).toContain('amrnci_decisions_total{path="amrnci/decision"} 3');
    expect(text).toContain("more_of_it 1");
  });

  it("is told of each request, and of nothing that an incident says", async () => {
    const seen: Exchange[] = [];
    const records: Decided[] = [];
    const handler = createHandler({
      rules: evaluator,
      observe: (exchange) => seen.push(exchange),
      record: (decided) => void records.push(decided),
    });
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const response = await handler(
      new Request("http://x/v1/data/amrnci/decision", {
        method: "POST",
        headers: { traceparent, tracestate: "vendor=1" },
        body: JSON.stringify({ input: example }),
      }),
    );
    const { decision_id: id } = (await response.json()) as { decision_id: string };
    expect(response.headers.get("traceparent")).toBe(traceparent);
    expect(response.headers.get("tracestate")).toBe("vendor=1");
    expect(records).toMatchObject([{ decisionId: id, request: example, traceparent }]);
    expect(JSON.parse(records[0]!.decision)).toEqual(evaluator.evaluate(example));
    expect(seen).toEqual([
      {
        method: "POST",
        route: "/v1/data/*",
        status: 200,
        milliseconds: expect.any(Number) as number,
        decisionId: id,
        traceId: "0af7651916cd43dd8448eb211c80319c",
      },
    ]);
  });

  it("passes no trace context on that is none", async () => {
    for (const traceparent of ["nonsense", `00-${"0".repeat(32)}-b7ad6b7169203331-01`]) {
      const response = await fetch(`${service.url}/health`, { headers: { traceparent } });
      expect(response.headers.get("traceparent")).toBeNull();
    }
  });

  it("gives no decision that could not be recorded", async () => {
    const seen: Exchange[] = [];
    const record = () => {
      throw new Error("the disk is full");
    };
    const observe = (exchange: Exchange) => void seen.push(exchange);
    const own = await startService({ record, observe });
    const request = JSON.stringify({ incident: { id: "a" } });
    const asked = { method: "POST", body: request };
    const plain = await fetch(`${own.url}/v1/decisions`, asked);
    const opa = await fetch(`${own.url}/v0/data/amrnci/decision`, asked);
    const batch = await fetch(`${own.url}/v1/batch`, asked);
    const texts = await Promise.all([plain.text(), opa.text(), batch.text()]);
    await own.stop();
    expect([plain.status, opa.status]).toEqual([500, 500]);
    for (const text of texts) {
      expect(text).not.toContain("disk");
      expect(text).toMatch(/internal/);
    }
    expect(seen[0]?.cause).toMatchObject({ message: "the disk is full" });
  });

  it("has no rules yet: an error, and never an empty answer", async () => {
    const own = await startService({ rules: createRules({ verification: "none" }) });
    const asked = { method: "POST", body: '{"input":{"incident":{"id":"a"}}}' };
    const statuses = async (paths: string[], init?: RequestInit) =>
      Promise.all(paths.map(async (path) => (await fetch(`${own.url}${path}`, init)).status));
    expect(
      await statuses(["/v1/data/amrnci/decision", "/v1/decisions", "/v1/batch"], asked),
    ).toEqual([503, 503, 503]);
    expect(await statuses(["/health", "/health?bundles", "/health/ready", "/health/live"])).toEqual(
      [200, 500, 500, 200],
    );
    await own.stop();
  });

  it("lets in only who brings one of the tokens, and health checks", async () => {
    const own = await startService({ tokens: ["first-token", "second-token"] });
    const status = async (path: string, authorization?: string) => {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const response = await fetch(`${own.url}${path}`, { headers });
      return response.status;
    };
    expect(await status("/v1/rules", "Bearer second-token")).toBe(200);
    for (const wrong of [
      undefined,
      "Bearer",
      "Bearer ",
      "Bearer first",
      "Bearer first-tokens",
      "Basic first-token",
    ]) {
      expect(await status("/v1/rules", wrong)).toBe(401);
    }
    expect(await status("/health")).toBe(200);
    const refused = await fetch(`${own.url}/v1/data/amrnci/decision`);
    expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await refused.json()).toMatchObject({ code: "unauthorized" });
    await own.stop();
  });
});

describe("GET /openapi.json", () => {
  type Document = {
    paths: Record<string, object>;
    components: { schemas: Record<string, object> };
  };
  const document = async () =>
    (await (await fetch(`${service.url}/openapi.json`)).json()) as Document;

  it("is a valid OpenAPI 3.1 document", async () => {
    const validator = new Validator();
    const result = await validator.validate(await document());
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("has schemas that real answers follow, and wrong ones do not", async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "openapi", ...(await document()) });
    const follows = (name: string) => ajv.getSchema(`openapi#/components/schemas/${name}`)!;
    expect(follows("Request")(example)).toBe(true);
    expect(follows("Request")({ incident: {} })).toBe(false);
    expect(follows("Decision")(evaluator.evaluate(example))).toBe(true);
    expect(follows("Decision")({ status: "decided" })).toBe(false);
    const problem: unknown = await (await post("/v1/decisions", "{}")).json();
    expect(follows("Problem")(problem)).toBe(true);
    expect(follows("Rules")(await (await fetch(`${service.url}/v1/rules`)).json())).toBe(true);
  });
});

describe("the official OPA client for TypeScript", () => {
  it("takes our server for an OPA", async () => {
    const opa = new OPAClient(service.url);
    const expected = evaluator.evaluate(example);
    expect(await opa.evaluate("amrnci/decision", example)).toEqual(expected);
    expect(await opa.evaluate("amrnci/decision/grade/floor", example)).toBe(expected.grade?.floor);
    expect(await opa.evaluateDefault(example)).toEqual(expected);
    expect(await opa.evaluate("amrnci/decision/status")).toBe("invalid");
    const batch = await opa.evaluateBatch("amrnci/decision/grade/floor", {
      a: example,
      b: { incident: { id: "b" } },
    });
    expect(batch).toEqual({ a: expected.grade?.floor, b: "general" });
  });
});
