import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import { parseJson } from "../../../src/input/index.js";
import type { Door } from "../door.js";
import { featuresOf } from "../features.js";
import type { Product } from "../product.js";

/** A request as JSON, answered as a value. */
export const open = ({ evaluator, json }: Product): Door => ({
  seeds: json,
  take: (bytes) => {
    const decision = evaluator.evaluate(parseJson(bytes).value);
    validateDecision(decision);
    return featuresOf(decision);
  },
});
