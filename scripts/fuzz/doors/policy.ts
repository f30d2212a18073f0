import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import type { Decision } from "../../../src/index.js";
import { parseJson } from "../../../src/input/index.js";
import type { Door } from "../door.js";
import { featuresOf } from "../features.js";
import type { Product } from "../product.js";

/** A request as it reaches the policy on an OPA server, where nobody validates before. */
export const open = ({ policy, json }: Product): Door => ({
  seeds: json,
  take: (bytes) => {
    const { value } = parseJson(bytes);
    if (typeof value !== "object" || value === null) return [];
    const request = Object.hasOwn(value, "incident") ? value : { incident: value };
    const decision = policy.evaluate(request) as Decision;
    validateDecision(decision);
    return featuresOf(decision);
  },
});
