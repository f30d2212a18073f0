import { mismatches } from "../../../src/cli/test/match.js";
import { validateFixture } from "../../../src/evaluator/validate/documents.js";
import { parseYaml } from "../../../src/input/yaml.js";
import type { Door } from "../door.js";
import { filesIn, type Product } from "../product.js";

/** A fixture, run as `amrnci test` does. */
export const open = ({ evaluator }: Product): Door => ({
  seeds: filesIn("test/fixtures", /\.(?:json|yaml)$/),
  take: (bytes) => {
    const { incident, as_of, readings, expect } = validateFixture(parseYaml(bytes).value);
    const request = { incident, ...(as_of && { as_of }), ...(readings && { readings }) };
    const failed = mismatches(expect, evaluator.evaluate(request));
    return failed.map(({ pointer }) => pointer.replace(/\d+/g, "n"));
  },
});
