import type { Decision } from "../../../src/index.js";
import { parseJson } from "../../../src/input/index.js";
import type { Door } from "../door.js";
import { featuresOf } from "../features.js";
import type { Product } from "../product.js";

/** An incident as JSON, answered as text, as `batch` does. */
export const open = ({ evaluator, json }: Product): Door => ({
  seeds: json,
  take: (bytes) => {
    const { value } = parseJson(bytes);
    return featuresOf(JSON.parse(evaluator.evaluateToJson({ incident: value })) as Decision);
  },
});
