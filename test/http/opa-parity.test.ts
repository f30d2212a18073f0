// The same requests to a real OPA server and to ours: statuses and shapes are equal, results too.
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { type OpaServer, startOpaServer } from "../support/opa-server.js";
import { BUNDLE } from "../support/shipped-policy.js";
import { startService } from "./service.js";

let opa: OpaServer;
let ours: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  const flags = ["decision_logs.console=true", "default_decision=amrnci/decision"];
  opa = await startOpaServer(
    BUNDLE,
    flags.flatMap((flag) => ["--set", flag]),
  );
  ours = await startService();
}, 60_000);
afterAll(async () => {
  await Promise.all([opa.stop(), ours.stop()]);
});

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Record<string, string>;
}

interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
  readonly text: string;
}

const ask = async (
  server: { url: string },
  { path, headers, ...asked }: Asked,
): Promise<Answered> => {
  const method = asked.method ?? (asked.body === undefined ? "GET" : "POST");
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: headers ?? {},
    body: asked.body ?? null,
    redirect: "manual",
  });
  const text = await response.text();
  const type = response.headers.get("content-type");
  const isJson = type?.startsWith("application/json") === true && text !== "";
  return { status: response.status, type, body: isJson ? JSON.parse(text) : text, text };
};

/** What both must say alike: times and ids differ, and only that they are there is compared. */
const comparable = (body: unknown): unknown => {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (name === "decision_id") return [name, typeof value];
      if (name === "metrics") return [name, typeof value];
      if (name === "provenance") {
        const { bundles, ...rest } = value as { bundles: object };
        return [name, { bundles: Object.values(bundles), members: Object.keys(rest) }];
      }
      // OPA's words come from Go's libraries; the code is what programs go by.
      if (name === "message") return [name, typeof value];
      return [name, value as unknown];
    }),
  );
};

const incident = { incident: { id: "a", impact: { direct_economic_loss_yuan: 6_000_000 } } };
const input = JSON.stringify({ input: incident });
const decision = "/v1/data/amrnci/decision";
const yaml = { "content-type": "application/yaml" };

const CASES: Readonly<Record<string, Asked>> = {
  "a decision": { path: decision, body: input },
  "a decision of nothing but an id": { path: decision, body: '{"input":{"incident":{"id":"x"}}}' },
  "an input that the policy can't read": { path: decision, body: '{"input":{"incident":{}}}' },
  "an input of another kind": { path: decision, body: '{"input":5}' },
  "an unknown reading": {
    path: decision,
    body: '{"input":{"incident":{"id":"x"},"readings":{"clock_start":"never"}}}',
  },
  "no input": { path: decision, body: "{}" },
  "null as input": { path: decision, body: '{"input":null}' },
  "an empty body": { path: decision, method: "POST", body: "" },
  "null as body": { path: decision, body: "null" },
  "a part of the decision": { path: `${decision}/grade/floor`, body: input },
  "an entry of a list of the decision": { path: `${decision}/criteria/0/id`, body: input },
  "an entry beyond the list": { path: `${decision}/criteria/99`, body: input },
  "a part that is not there": { path: `${decision}/nothing`, body: input },
  "a path that names nothing": { path: "/v1/data/nothing/at/all", body: input },
  "a path that names nothing, without input": { path: "/v1/data/nothing", body: "{}" },
  "the law's data": { path: "/v1/data/law/versions/0/id" },
  "a key that looks like a number": { path: "/v1/data/law/versions/00/id" },
  "a number where names are asked for": { path: "/v1/data/tables/calendar/hour/10" },
  "percent-encoded segments": { path: "/v1/data/law%2F/x" },
  metrics: { path: `${decision}?metrics`, body: input },
  "metrics, spelled out": { path: `${decision}?metrics=true`, body: input },
  "no metrics": { path: `${decision}?metrics=false`, body: input },
  instrument: { path: `${decision}/status?instrument`, body: input },
  pretty: { path: `${decision}?pretty`, body: input },
  provenance: { path: `${decision}/status?provenance`, body: input },
  "notes of an explanation": { path: `${decision}/status?explain=notes`, body: input },
  "an unknown explanation": { path: `${decision}/status?explain=banana`, body: input },
  "strict built-in errors": { path: `${decision}/status?strict-builtin-errors`, body: input },
  "the input in the query": {
    path: `${decision}?input=${encodeURIComponent(JSON.stringify(incident))}`,
  },
  "no input in the query": { path: `${decision}/status` },
  "a malformed input in the query": { path: `${decision}?input=%7B` },
  "a malformed body": { path: decision, body: '{"input":' },
  "a body that is a list": { path: decision, body: "[1]" },
  "a body that is a text": { path: decision, body: '"x"' },
  garbage: { path: decision, body: "\u0000\u0001 garbage" },
  "a packed body": {
    path: decision,
    body: new Uint8Array(gzipSync(input)),
    headers: { "content-encoding": "gzip" },
  },
  YAML: { path: `${decision}/status`, body: "input: {incident: {id: a}}", headers: yaml },
  "YAML that is none": { path: `${decision}/status`, body: "input: {", headers: yaml },
  "the API for webhooks": { path: "/v0/data/amrnci/decision", body: JSON.stringify(incident) },
  "a part by the API for webhooks": {
    path: "/v0/data/amrnci/decision/status",
    body: JSON.stringify(incident),
  },
  "nothing by the API for webhooks": { path: "/v0/data/nope/nothing", body: "{}" },
  "a webhook without a body": { path: "/v0/data/amrnci/decision", method: "POST", body: "" },
  "a malformed webhook": { path: "/v0/data/amrnci/decision", body: "{" },
  "the default decision": { path: "/", body: JSON.stringify(incident) },
  "changing data": { path: "/v1/data/amrnci/x", method: "PUT", body: "1" },
  "deleting data": { path: "/v1/data/law", method: "DELETE" },
  "patching data": {
    path: "/v1/data/tables",
    method: "PATCH",
    body: '[{"op":"add","path":"x","value":1}]',
  },
  "a method that is not taken": { path: decision, method: "OPTIONS" },
  health: { path: "/health" },
  "health with bundles": { path: "/health?bundles" },
  "health with plugins": { path: "/health?plugins&exclude-plugin=decision_logs" },
  "a health check that nobody defined": { path: "/health/nobody" },
};

describe("OPA's REST API, as a real OPA answers", () => {
  for (const [name, asked] of Object.entries(CASES)) {
    it(name, async () => {
      const [theirs, our] = await Promise.all([ask(opa, asked), ask(ours, asked)]);
      expect({ ...our, body: comparable(our.body), text: "" }).toEqual({
        ...theirs,
        body: comparable(theirs.body),
        text: "",
      });
      if (asked.path.includes("pretty"))
        expect(our.text.split("\n").length).toBe(theirs.text.split("\n").length);
    });
  }

  it("metrics have OPA's names, and are whole nanoseconds", async () => {
    const asked = { path: `${decision}?metrics`, body: input };
    const [theirs, our] = await Promise.all([ask(opa, asked), ask(ours, asked)]);
    const of = ({ body }: Answered) => (body as { metrics: Record<string, number> }).metrics;
    expect(Object.keys(of(theirs))).toEqual(expect.arrayContaining(Object.keys(of(our))));
    for (const value of Object.values(of(our))) expect(Number.isInteger(value)).toBe(true);
  });

  it("every fixture has the same decision", async () => {
    for (const fixture of fixtureFiles()) {
      const asked = { path: decision, body: JSON.stringify({ input: requestOf(fixture) }) };
      const [theirs, our] = await Promise.all([ask(opa, asked), ask(ours, asked)]);
      expect((our.body as { result: unknown }).result, fixture.name).toEqual(
        (theirs.body as { result: unknown }).result,
      );
    }
  }, 120_000);
});

describe("where we differ from OPA, on purpose", () => {
  it("what could be read in two ways is refused and not guessed", async () => {
    for (const body of [
      '{"input":{"incident":{"id":"a","id":"b"}}}',
      '{"input":{"incident":{"id":"a"}}} and more',
      '{"input":{"incident":{"id":"a","__proto__":1}}}',
    ]) {
      const { status, body: said } = await ask(ours, { path: decision, body });
      expect({ status, said }).toMatchObject({ status: 400, said: { code: "invalid_parameter" } });
    }
  });

  it("a packed body that is broken is refused; OPA 1.22.2 drops the connection", async () => {
    const asked = { path: decision, body: "x", headers: { "content-encoding": "gzip" } };
    expect(await ask(ours, asked)).toMatchObject({
      status: 400,
      body: { code: "invalid_parameter" },
    });
  });

  it("what only OPA could compute is told, and not answered as undefined", async () => {
    for (const asked of [
      { path: "/v1/data/amrnci/grading/grade", body: input },
      { path: "/v1/data", body: input },
      { path: "/v1/query?q=x=1" },
      { path: "/v1/policies" },
      { path: "/v1/compile", body: "{}" },
    ]) {
      expect(await ask(ours, asked)).toMatchObject({
        status: 501,
        body: { code: "invalid_operation" },
      });
    }
  });

  it("an explanation that a compiled policy has not is a warning", async () => {
    const { body } = await ask(ours, { path: `${decision}/status?explain=full`, body: input });
    expect(body).toMatchObject({ result: "undecided", warning: { code: "api_usage_warning" } });
  });

  it("live and ready are built in", async () => {
    expect(await ask(ours, { path: "/health/live" })).toMatchObject({ status: 200, body: {} });
    expect(await ask(ours, { path: "/health/ready" })).toMatchObject({ status: 200, body: {} });
  });
});
