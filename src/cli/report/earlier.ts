import { validateDecision } from "../../evaluator/validate/documents.js";
import type { Evaluator } from "../../evaluator/index.js";
import type { Request } from "../../generated/types.js";
import type { Context } from "../context.js";
import type { Decision } from "../decision.js";
import { placed } from "../evaluate/placed.js";
import { isObject, requestOf } from "../evaluate/request.js";
import { failureOf } from "../failure-of.js";
import { LARGEST } from "../io/bytes.js";
import { readDocument } from "../io/document.js";

/**
 * What was reported before: an earlier incident or request, which is decided now, or an earlier report as
 * JSON, whose own decision counts: what was reported is what stands in it.
 */
export async function readEarlier(
  context: Context,
  file: string,
  evaluator: Evaluator,
): Promise<{ request: Request; decision: Decision }> {
  // A report holds its incident twice, and its decision.
  const document = await readDocument(context, file, { maxBytes: LARGEST });
  const { value } = document;
  const source = isObject(value) && isObject(value.source) ? value.source : null;
  try {
    if (source !== null) {
      // Evaluated for its checks: whoever wrote the file, the request must be one.
      evaluator.evaluate(source.request);
      return { request: source.request as Request, decision: validateDecision(source.decision) };
    }
    const request = requestOf(context, file, value);
    const decision = placed(document, request, () => evaluator.evaluate(request));
    return { request: request as unknown as Request, decision };
  } catch (error) {
    throw failureOf(error, context, file);
  }
}
