/** Where two that decide differ on a request, and the smallest request that still shows it. */
import { isDeepStrictEqual } from "node:util";
import { validateRequest } from "../../../src/evaluator/validate/index.js";
import type { Decision } from "../../../src/index.js";
import { decide, shrink, VERSIONS } from "../index.js";
import type { OracleVersion } from "../index.js";
import { differences, spokenOf } from "./compare.js";

/** What answers requests: our host, or its policy without the host's own checks. */
export interface Decides {
  evaluate(request: object): unknown;
}

/** An unmodified OPA. */
export interface DecidesElsewhere {
  decide(request: unknown): Promise<unknown>;
}

/** The members in which product and oracle differ; nothing where they agree. */
export const differing = (
  product: Decides,
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): string[] => {
  const decision = spokenOf(product.evaluate(request as object) as Decision);
  return differences(decision, decide(request, versions));
};

/** Whether native OPA answers otherwise than our host, in whatever part of the decision. */
export const differsNatively = async (
  product: Decides,
  opa: DecidesElsewhere,
  request: unknown,
): Promise<boolean> =>
  !isDeepStrictEqual(await opa.decide(request), product.evaluate(request as object));

/** The smallest valid request for which this still holds. */
export const smallest = (
  request: unknown,
  differs: (candidate: unknown) => boolean | Promise<boolean>,
): Promise<unknown> =>
  shrink(request, (candidate) => {
    validateRequest(candidate);
    return differs(candidate);
  });
