import canonicalize from "canonicalize";
import type { DecisionRecord } from "../../src/generated/types.js";
import { sha256 } from "./support.js";

/** A record with other content and the digest that fits it, as a forger makes it. */
export const forged = (line: string | undefined, change: (one: DecisionRecord) => void): string => {
  const one = JSON.parse(line ?? "") as DecisionRecord;
  change(one);
  const { digest: _, ...chain } = one.chain;
  return (
    canonicalize({
      ...one,
      chain: { ...chain, digest: sha256(canonicalize({ ...one, chain }) ?? "") },
    }) ?? ""
  );
};
