import { components } from "../../generated/openapi.js";
import { paths } from "./paths.js";

/** The service in OpenAPI 3.1; the documents in it have the project's own schemas. */
export const openapiDocument = (): object => ({
  openapi: "3.1.0",
  info: {
    title: "amrnci",
    version: "1",
    summary: "Grades a cybersecurity incident under the PRC reporting measures.",
    description:
      "Speaks the Data and Health API of Open Policy Agent for data.amrnci.decision, and plain requests beside.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/" }],
  security: [{}, { token: [] }],
  tags: [
    { name: "decisions", description: "Requests in, decisions out." },
    { name: "opa", description: "The REST API of Open Policy Agent." },
    { name: "operation", description: "What whoever runs the service asks." },
  ],
  paths,
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
    schemas: { ...components, ...own },
  },
});

const text = { type: "string" };
const issues = {
  type: "array",
  items: {
    type: "object",
    required: ["path", "code", "expected", "message"],
    properties: { path: text, code: text, expected: text, message: text },
  },
};

const own = {
  Problem: {
    description: "Problem details, RFC 9457.",
    type: "object",
    required: ["type", "title", "status", "detail", "code"],
    properties: {
      type: { type: "string", format: "uri" },
      title: text,
      status: { type: "integer" },
      detail: text,
      code: text,
      issues,
    },
  },
  BatchLine: {
    description: "A line of the answer to a batch.",
    oneOf: [
      { $ref: "#/components/schemas/Decision" },
      {
        type: "object",
        required: ["error"],
        properties: {
          error: {
            type: "object",
            required: ["code", "message", "issues"],
            properties: { code: text, message: text, issues },
          },
        },
      },
    ],
  },
  Rules: {
    type: "object",
    required: ["revision", "digest", "versions", "stale"],
    properties: {
      revision: text,
      digest: { type: ["string", "null"], description: "SHA-256 of the bundle's bytes." },
      logic_version: { type: "integer" },
      versions: { type: "array", items: { type: "object" } },
      stale: { type: "boolean" },
    },
  },
  OpaError: {
    type: "object",
    required: ["code", "message"],
    properties: { code: text, message: text },
  },
  Health: { type: "object", properties: { error: text } },
};
