import { createHandler } from "../../../src/http/index.js";
import type { Door, Features } from "../door.js";
import type { Product } from "../product.js";

const BODY = JSON.stringify({ incident: { id: "fuzz", occurred_outside_china: "unknown" } });
const text = (lines: readonly string[], body = ""): Uint8Array =>
  Buffer.from(`${lines.join("\n")}\n\n${body}`);

const SEEDS: readonly Uint8Array[] = [
  text(["POST /v1/data/amrnci/decision", "content-type: application/json"], `{"input": ${BODY}}`),
  text(["POST /v1/data/amrnci/decision/grade?pretty&metrics"], `{"input": ${BODY}}`),
  text(
    ["POST /v1/data/amrnci/decision", "content-type: application/yaml"],
    "input: {incident: {id: x}}",
  ),
  text(["POST /v0/data/amrnci/decision"], BODY),
  text(["POST /v1/decisions?compare", "traceparent: 00-1-2-01"], BODY),
  text(["POST /v1/batch", "content-type: application/x-ndjson"], `${BODY}\n{\n${BODY}\n`),
  text(["POST /v1/batch/data/amrnci/decision"], `{"inputs": {"a": ${BODY}, "b": {}}}`),
  text([`GET /v1/data/amrnci/decision?input=${encodeURIComponent(BODY)}`]),
  text(["GET /v1/rules", "accept: text/html"]),
  text(["GET /health?bundles"]),
  text(["GET /metrics"]),
  text(["PUT /v1/data/law"], "{}"),
];

/** A request as text: its line, its headers, and after an empty line its body. */
export const open = ({ evaluator }: Product): Door => {
  const handler = createHandler({ rules: evaluator });
  return {
    seeds: SEEDS,
    take: async (bytes) => {
      const request = requestOf(bytes);
      return request === null ? [] : answerOf(await handler(request));
    },
  };
};

/** Null for what no HTTP server would let pass. */
const requestOf = (bytes: Uint8Array): Request | null => {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const head = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("latin1");
  const [line = "", ...headers] = head.split("\n");
  const [method = "", path = ""] = line.split(" ");
  const body = end < 0 ? new Uint8Array() : new Uint8Array(bytes.subarray(end + 2));
  try {
    const named = headers.map((one): [string, string] => {
      const at = one.indexOf(":");
      return [one.slice(0, at), one.slice(at + 1)];
    });
    const content = method === "GET" || method === "HEAD" ? {} : { body };
    return new Request(new URL(path, "http://localhost"), { method, headers: named, ...content });
  } catch {
    return null;
  }
};

const answerOf = async (response: Response): Promise<Features> => {
  const said = await response.text();
  const { status } = response;
  // 501 and 503 are answers that say what to do; 500 is what nobody thought of, but for OPA's own answer to
  // the health of a rule that is not there.
  if (status === 500 && !said.startsWith('{"error":"health check ('))
    throw new TypeError(`${String(status)}: ${said}`);
  const type = response.headers.get("content-type") ?? "";
  const documents = type.includes("ndjson") ? said.split("\n") : [said];
  const codes = documents.flatMap((document) => {
    if (!type.includes("json") || document === "") return [];
    const value = JSON.parse(document) as { code?: unknown; error?: { code?: unknown } } | null;
    return [String(value?.code ?? value?.error?.code)];
  });
  return [`${String(status)} ${type}`, ...codes];
};
