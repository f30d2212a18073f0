const schema = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const json = (name: string, description: string, type = "application/json"): object => ({
  description,
  content: { [type]: { schema: schema(name) } },
});

const problem = (description: string): object =>
  json("Problem", description, "application/problem+json");

const flag = (name: string, description: string): object => ({
  name,
  in: "query",
  description,
  allowEmptyValue: true,
  schema: { type: "string", enum: ["", "true", "false"] },
});

const problems = {
  "400": problem("The body is no JSON."),
  "401": problem("A bearer token is needed."),
  "413": problem("The body is too large."),
  "503": problem("No rules are active yet, or too many requests are in progress."),
};

const refused = {
  "400": json("OpaError", "The body or the input can't be read."),
  "401": json("OpaError", "A bearer token is needed."),
  "501": json("OpaError", "Only an OPA server could compute this."),
  "503": json("OpaError", "No rules are active yet, or too many requests are in progress."),
};

const dataAnswer = {
  description: "The document; without `result` where the path names nothing.",
  content: {
    "application/json": {
      schema: {
        type: "object",
        required: ["decision_id"],
        properties: {
          decision_id: { type: "string", format: "uuid" },
          result: { description: "For amrnci/decision: a decision (schema Decision)." },
          metrics: { type: "object" },
          provenance: { type: "object" },
          explanation: { type: "array", items: {} },
          warning: schema("OpaError"),
        },
      },
    },
  },
};

const path = {
  name: "path",
  in: "path",
  required: true,
  description: "Segments joined by slashes; amrnci/decision, a part of it, or the law's data.",
  schema: { type: "string" },
};

const dataFlags = [
  path,
  flag("metrics", "Adds `metrics`."),
  flag("pretty", "Indents the answer."),
  flag("provenance", "Adds `provenance`: the revision of the rules."),
  {
    name: "explain",
    in: "query",
    description: "`notes` is an empty list; for the others there is a warning.",
    schema: { type: "string", enum: ["off", "notes", "fails", "full", "debug"] },
  },
];

const posts = (name: string): object => ({
  required: true,
  content: { "application/json": { schema: schema(name) } },
});

/** What the service answers, path by path. */
export const paths = {
  "/v1/decisions": {
    post: {
      tags: ["decisions"],
      operationId: "decide",
      summary: "The decision on a request.",
      parameters: [flag("compare", "Adds `comparison`: what other readings would change.")],
      requestBody: posts("Request"),
      responses: {
        "200": json("Decision", "The decision."),
        ...problems,
        "422": problem("The request does not follow the contract."),
      },
    },
  },
  "/v1/batch": {
    post: {
      tags: ["decisions"],
      operationId: "decideBatch",
      summary: "One request a line in, one decision a line out, in order and as they come.",
      requestBody: {
        required: true,
        content: { "application/x-ndjson": { schema: schema("Request") } },
      },
      responses: {
        "200": json("BatchLine", "A decision or an error a line.", "application/x-ndjson"),
        ...problems,
      },
    },
  },
  "/v1/rules": {
    get: {
      tags: ["operation"],
      operationId: "rules",
      summary: "Which rules answer.",
      responses: { "200": json("Rules", "The rules."), "503": problems["503"] },
    },
  },
  "/v1/data/{path}": {
    post: {
      tags: ["opa"],
      operationId: "data",
      summary: "OPA's Data API with an input.",
      parameters: dataFlags,
      requestBody: {
        content: {
          "application/json": {
            schema: { type: "object", properties: { input: schema("Request") } },
          },
        },
      },
      responses: { "200": dataAnswer, ...refused },
    },
    get: {
      tags: ["opa"],
      operationId: "dataByQuery",
      summary: "OPA's Data API with the input in the query.",
      parameters: [
        ...dataFlags,
        {
          name: "input",
          in: "query",
          schema: { type: "string", contentMediaType: "application/json" },
        },
      ],
      responses: { "200": dataAnswer, ...refused },
    },
  },
  "/v0/data/{path}": {
    post: {
      tags: ["opa"],
      operationId: "webhook",
      summary: "OPA's Data API for webhooks: the body is the input, the answer the document.",
      parameters: [path, flag("pretty", "Indents the answer.")],
      requestBody: posts("Request"),
      responses: {
        "200": { description: "The document.", content: { "application/json": { schema: {} } } },
        "404": json("OpaError", "The path names nothing."),
        ...refused,
      },
    },
  },
  "/health": {
    get: {
      tags: ["opa", "operation"],
      operationId: "health",
      summary: "OPA's Health API.",
      security: [{}],
      parameters: [flag("bundles", "Good once rules are active."), flag("plugins", "The same.")],
      responses: { "200": json("Health", "Good."), "500": json("Health", "Not good, and why.") },
    },
  },
  "/metrics": {
    get: {
      tags: ["operation"],
      operationId: "metrics",
      summary: "Metrics in the Prometheus text format.",
      responses: {
        "200": {
          description: "Metrics.",
          content: { "text/plain": { schema: { type: "string" } } },
        },
      },
    },
  },
  "/openapi.json": {
    get: {
      tags: ["operation"],
      operationId: "openapi",
      summary: "This document.",
      responses: {
        "200": {
          description: "OpenAPI 3.1.",
          content: { "application/json": { schema: { type: "object" } } },
        },
      },
    },
  },
};
