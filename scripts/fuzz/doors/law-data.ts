import { join } from "node:path";
import { mergeData } from "../../../src/bundle/index.js";
import { createEvaluatorFrom } from "../../../src/evaluator/index.js";
import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import { checkLaw, describeLawProblem } from "../../../src/law/check/index.js";
import { readLawFolder } from "../../../src/law/folder.js";
import { type Door, nonsenseIn } from "../door.js";
import { withFile } from "../law-file.js";
import { filesIn, type Product } from "../product.js";

const REQUESTS = [
  { incident: { id: "fuzz" } },
  { incident: { id: "fuzz", unstated: "none", impact: { direct_economic_loss_yuan: 7_000_000 } } },
];

/** A file of the law's data in the place of the shipped one. What is accepted must answer. */
export const open = ({ root, bundle }: Product): Door => {
  const folder = readLawFolder(join(root, "policies"));
  return {
    seeds: filesIn("policies/law", /data\.yaml$/),
    take: async (bytes) => {
      const changed = withFile(folder, bytes);
      const problems = checkLaw(changed);
      for (const problem of problems) {
        for (const language of ["zh", "en"] as const) {
          const said = describeLawProblem(problem, language);
          if (nonsenseIn(said, bytes) !== null) throw new TypeError(`it says: ${said}`);
        }
      }
      if (problems.length > 0) return problems.map(({ code }) => code);
      const data = mergeData(
        changed.files.map(({ at, value, path: source }) => ({ at, value, source })),
      );
      const evaluator = await createEvaluatorFrom({ wasm: bundle.wasm, data });
      for (const request of REQUESTS) validateDecision(evaluator.evaluate(request));
      return ["accepted"];
    },
  };
};
