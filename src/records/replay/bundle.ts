import { openBundle, prepare } from "../../bundle/activation/prepare.js";
import type { DecisionRecord } from "../../generated/types.js";
import { digestOf } from "../chain/seal.js";
import type { ReplayBundle } from "./replay.js";

/**
 * A bundle for making recorded decisions again. It need not be signed: its digest must be the one that
 * the record names. Whether it was past its `not_after` then is taken from the record.
 *
 * @throws {AmrnciError} `bundle_unreadable` and the other codes of a bundle that is of no use.
 */
export const replayBundle = async (bytes: Uint8Array<ArrayBuffer>): Promise<ReplayBundle> => {
  const unverified = { verification: "none" } as const;
  const opened = await openBundle(bytes, unverified);
  let now = 0;
  const { bundle, evaluator } = await prepare(opened, unverified, () => now);
  return {
    revision: bundle.manifest.revision,
    digest: digestOf(bytes),
    evaluate: (record) => {
      now = wasStale(record) ? Infinity : -Infinity;
      return evaluator.evaluate(record.input);
    },
  };
};

const wasStale = ({ result }: DecisionRecord): boolean => {
  const { notices } = result as { notices?: unknown };
  return (
    Array.isArray(notices) &&
    notices.some((one: { code?: unknown } | null) => one?.code === "bundle_stale")
  );
};
