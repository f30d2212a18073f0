import { createHandler } from "../../../src/http/index.js";
import { checkedAnswer } from "../answers.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";
import { requestOf, requestText } from "../request-text.js";

const BODY = JSON.stringify({ incident: { id: "fuzz", occurred_outside_china: "unknown" } });
/** Requests of every kind. */
export const SEEDS: readonly Uint8Array[] = [
  requestText(
    ["POST /v1/data/amrnci/decision", "content-type: application/json"],
    `{"input": ${BODY}}`,
  ),
  requestText(["POST /v1/data/amrnci/decision/grade?pretty&metrics"], `{"input": ${BODY}}`),
  requestText(
    ["POST /v1/data/amrnci/decision", "content-type: application/yaml"],
    "input: {incident: {id: x}}",
  ),
  requestText(["POST /v0/data/amrnci/decision"], BODY),
  requestText(["POST /v1/decisions?compare", "traceparent: 00-1-2-01"], BODY),
  requestText(["POST /v1/batch", "content-type: application/x-ndjson"], `${BODY}\n{\n${BODY}\n`),
  requestText(["POST /v1/batch/data/amrnci/decision"], `{"inputs": {"a": ${BODY}, "b": {}}}`),
  requestText([`GET /v1/data/amrnci/decision?input=${encodeURIComponent(BODY)}`]),
  requestText(["GET /v1/rules", "accept: text/html"]),
  requestText(["GET /health?bundles"]),
  requestText(["GET /metrics"]),
  requestText(["PUT /v1/data/law"], "{}"),
];

/** A request as text, answered by the handler alone. */
export const open = ({ evaluator }: Pick<Product, "evaluator">): Door => {
  const handler = createHandler({ rules: evaluator });
  return {
    seeds: SEEDS,
    take: async (bytes) => {
      const request = requestOf(bytes);
      return request === null ? [] : checkedAnswer(request, await handler(request));
    },
  };
};
