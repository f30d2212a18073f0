import { createEvaluator, type Evaluator } from "../../src/index.js";
import { createHandler, type HandlerOptions } from "../../src/http/index.js";
import { listen } from "../../src/http/node/server.js";
import { BUNDLE } from "../support/shipped-policy.js";

/** The evaluator of the bundle that was built. */
export const shippedEvaluator = (): Promise<Evaluator> => createEvaluator({ bundle: BUNDLE });

/** The service over real HTTP on a free port, with the bundle that was built. */
export const startService = async (
  options: Partial<HandlerOptions> = {},
): Promise<{ url: string; port: number; stop: () => Promise<void> }> => {
  const handler = createHandler({ rules: await shippedEvaluator(), ...options });
  const server = await listen(handler, { port: 0 });
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    stop: async () => {
      await server.close(0);
    },
  };
};
