import { withPositions } from "../../input/index.js";
import type { Document } from "../io/document.js";
import type { JsonObject } from "./request.js";

/** Runs an evaluation; what is wrong with the request is told with its line in the document. */
export function placed<Answer>(
  { value, positionOf }: Document,
  request: JsonObject,
  run: () => Answer,
): Answer {
  try {
    return run();
  } catch (error) {
    // An incident that stands alone has been put into a request.
    const wrapped = request !== value;
    throw withPositions(error, (pointer) =>
      positionOf(wrapped ? pointer.replace(/^\/incident/, "") : pointer),
    );
  }
}
