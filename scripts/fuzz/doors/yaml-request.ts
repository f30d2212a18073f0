import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import { parseYaml } from "../../../src/input/yaml.js";
import type { Door } from "../door.js";
import { featuresOf } from "../features.js";
import type { Product } from "../product.js";

/** An incident as YAML. */
export const open = ({ evaluator, examples }: Product): Door => ({
  seeds: examples,
  take: (bytes) => {
    const decision = evaluator.evaluate({ incident: parseYaml(bytes).value });
    validateDecision(decision);
    return featuresOf(decision);
  },
});
