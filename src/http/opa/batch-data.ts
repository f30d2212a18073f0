import { AmrnciError } from "../../errors.js";
import { type RequestContext, type Service } from "../service.js";
import { errorOf } from "../status.js";
import { answerOf } from "./answer.js";
import { json, pathOf } from "./data.js";
import { notServed, opaFailure } from "./error.js";
import { bodyOf } from "./input.js";

/*
 * The Batch API of Enterprise OPA, which OPA's client libraries use: many inputs for one path.
 * https://docs.styra.com/enterprise-opa/reference/api-reference/batch-api
 */

/** `POST /v1/batch/data/…` */
export const batchDataRoute =
  (service: Service) =>
  async (c: RequestContext): Promise<Response> => {
    try {
      const rules = service.source.current();
      const path = pathOf(c, "/v1/batch/data");
      const inputs = inputsOf(await bodyOf(c.req.raw, service.limits));
      const responses: string[] = [];
      let failed = false;
      for (const [name, input] of Object.entries(inputs)) {
        try {
          const answer = await answerOf(service, c, rules, path, input);
          if (answer === undefined) return notServed(c);
          const { decisionId, text } = answer;
          const result = text === undefined ? "" : `,"result":${text}`;
          responses.push(`${JSON.stringify(name)}:{"decision_id":"${decisionId}"${result}}`);
        } catch (error) {
          failed = true;
          const message = errorOf(error).message.split("\n")[0];
          const said = { http_status_code: "500", code: "internal_error", message };
          responses.push(`${JSON.stringify(name)}:${JSON.stringify(said)}`);
        }
      }
      const text = `{"batch_decision_id":"${crypto.randomUUID()}","responses":{${responses.join(",")}}}`;
      return json(c, text, new URL(c.req.url).searchParams, failed ? 207 : 200);
    } catch (error) {
      return opaFailure(c, error);
    }
  };

const inputsOf = (body: unknown): object => {
  const inputs =
    typeof body === "object" && body !== null ? (body as { inputs?: unknown }).inputs : undefined;
  if (typeof inputs === "object" && inputs !== null && !Array.isArray(inputs)) return inputs;
  throw new AmrnciError(
    "input_not_json",
    "body contains malformed input document: an object with the member inputs, an object, is expected",
  );
};
