import { parseJson } from "../../input/index.js";
import { createEnricher, type EnrichOptions, failureHeaders } from "./enrich.js";
import { errorBody } from "../problem.js";
import { errorOf } from "../status.js";

/** A message for the next queue: with the decision, or with the reason why there is none. */
export interface Outgoing {
  readonly ok: boolean;
  /** JSON: the message's own members and `decision`, or `{"error", "message"}` for a dead-letter queue. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Makes a function for consumers of queues. It never throws: a message that can't be decided on comes
 * back with its error, so that the consumer can acknowledge it and put it aside.
 *
 * @example
 * ```ts
 * const decide = createQueueFunction({ rules: evaluator });
 * for await (const message of subscription) {
 *   const { ok, body, headers } = decide(message.data);
 *   publish(ok ? "incidents.decided" : "incidents.refused", body, headers);
 * }
 * ```
 */
export const createQueueFunction = (
  options: EnrichOptions,
): ((message: string | Uint8Array) => Outgoing) => {
  const enrich = createEnricher(options);
  return (message) => {
    try {
      const document = parseJson(message).value;
      const { decision, headers } = enrich(document);
      return { ok: true, body: JSON.stringify({ ...(document as object), decision }), headers };
    } catch (thrown) {
      const error = errorBody(errorOf(thrown), "en");
      const text = typeof message === "string" ? message : new TextDecoder().decode(message);
      return {
        ok: false,
        body: JSON.stringify({ error, message: text }),
        headers: failureHeaders(thrown),
      };
    }
  };
};
