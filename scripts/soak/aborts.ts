import { createPolicy } from "../../src/evaluator/index.js";
import { compileRego } from "../../test/support/tiny-policy.js";

const POLICY = `package amrnci

decision := {"conflict": both} if {
	input.conflict
} else := {"said": input.say}

both := "one" if input.conflict

both := "other" if input.conflict
`;

/**
 * A policy that its own rules abort, which the shipped ones never do: what is wrong with an abort and with
 * the answer after it, or null.
 */
export const createAborting = async (): Promise<(n: number) => string | null> => {
  const policy = await createPolicy({ wasm: await compileRego(POLICY), data: {} });
  return (n) => {
    try {
      policy.evaluate({ conflict: true });
      return "rules that contradict each other were answered";
    } catch {
      const said = JSON.stringify(policy.evaluate({ say: n }));
      return said === JSON.stringify({ said: n }) ? null : `after an abort it said ${said}`;
    }
  };
};
