/** Looks for a request on which two that decide differ, and makes it as small as it gets. */
import type { Decision } from "../../../src/index.js";
import { decide, VERSIONS, type OracleVersion } from "../index.js";
import { differences, spokenOf } from "./compare.js";
import { differing, differsNatively, smallest } from "./differing.js";
import type { Decides, DecidesElsewhere } from "./differing.js";

export interface Counterexample {
  /** What it was made from: a seed, a fixture. */
  readonly name: string;
  readonly between: readonly [string, string];
  readonly request: unknown;
  /** The members of the decision that differ. */
  readonly parts: readonly string[];
  /** What each of the two says of them. */
  readonly said: Readonly<Record<string, object>>;
}

/** Where product and oracle differ on a request; null where they agree. */
export const againstOracle = async (
  product: Decides,
  name: string,
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): Promise<Counterexample | null> => {
  if (differing(product, request, versions).length === 0) return null;
  const small = await smallest(request, (one) => differing(product, one, versions).length > 0);
  const one = spokenOf(product.evaluate(small as object) as Decision);
  const other = decide(small, versions);
  return counterexample(name, small, { product: one, oracle: other });
};

/** Where our host and native OPA differ, in whatever part of the decision. */
export const againstOpa = async (
  product: Decides,
  opa: DecidesElsewhere,
  name: string,
  request: unknown,
): Promise<Counterexample | null> => {
  if (!(await differsNatively(product, opa, request))) return null;
  const small = await smallest(request, (one) => differsNatively(product, opa, one));
  const one = product.evaluate(small as object) as object;
  const other = (await opa.decide(small)) as object;
  return counterexample(name, small, { product: one, native: other });
};

const counterexample = (
  name: string,
  request: unknown,
  said: Readonly<Record<string, object>>,
): Counterexample => {
  const [one, other] = Object.entries(said) as [[string, object], [string, object]];
  const parts = differences(one[1], other[1]);
  const only = ([who, decision]: [string, object]): [string, object] => [
    who,
    Object.fromEntries(Object.entries(decision).filter(([part]) => parts.includes(part))),
  ];
  return {
    name,
    between: [one[0], other[0]],
    request,
    parts,
    said: Object.fromEntries([only(one), only(other)]),
  };
};
