import type { DecisionRecord } from "../../generated/types.js";
import { canonical } from "../chain/seal.js";
import { said } from "../fault.js";
import { closeParts, openParts } from "../verify/parts.js";
import type { LogPlace, Verdict } from "../verify/verdict.js";
import { walk } from "../verify/walk.js";
import { type Difference, differenceOf } from "./difference.js";

/** A bundle by which recorded decisions are made again. */
export interface ReplayBundle {
  readonly revision: string;
  readonly digest: string;
  /** The decision on a record's request. */
  evaluate(record: DecisionRecord): object;
}

/** Why a decision can't be made again. */
export type NotReplayed =
  /** It is no record as `record.schema.json` has them, though it fits its digest. */
  | "malformed"
  /** Facts were erased, so that the request is not the one that was decided. */
  | "erased"
  /** No bundle with that digest was given. */
  | "no_bundle"
  /** A bundle of the same revision was given, and its bytes are others. */
  | "other_bundle"
  /** The bundle gives no decision on the request. */
  | "no_decision";

/** What became of a record. */
export interface Replayed extends LogPlace {
  readonly sequence: number;
  readonly decision_id: string;
  readonly outcome: "same" | "different" | "not_replayed";
  readonly reason: NotReplayed | null;
  /** What the reason is about: the place, those erased, the bundle needed, what the bundle said. */
  readonly detail: string | null;
  readonly difference: Difference | null;
}

/**
 * Makes the decisions of a log again, by the bundles that made them, and compares them byte for byte in
 * their canonical form (RFC 8785). Masked texts don't matter: the rules ask only whether a text is there.
 *
 * @throws {AmrnciError} `records_unreadable`
 */
export const replayLog = async (
  files: readonly string[],
  bundles: readonly ReplayBundle[],
  tell: (replayed: Replayed) => void | Promise<void>,
): Promise<Verdict> => {
  // The schema's check is large, and nothing else of a log needs it.
  const { malformedAt } = await import("./malformed.js");
  const parts = await openParts(files);
  try {
    return await walk(parts, [], ({ file, line, record }) => {
      const { chain, decision_id } = record;
      const place = { file, line, sequence: chain.sequence, decision_id };
      const defect = malformedAt(record);
      const outcome =
        defect === null
          ? replayed(record, bundles)
          : not("malformed", defect === "" ? "/" : defect);
      return tell({ ...place, ...outcome });
    });
  } finally {
    await closeParts(parts);
  }
};

type Outcome = Omit<Replayed, keyof LogPlace | "sequence" | "decision_id">;

const replayed = (record: DecisionRecord, bundles: readonly ReplayBundle[]): Outcome => {
  const { erased = [], result } = record;
  if (erased.length > 0) return not("erased", erased.join(", "));
  const { revision, digest } = record.bundles.amrnci;
  const namesakes = bundles.filter((one) => one.revision === revision);
  const bundle = digest === undefined ? namesakes[0] : bundles.find((one) => one.digest === digest);
  if (bundle === undefined) {
    const needed = digest === undefined ? revision : `${revision} ${digest}`;
    return not(namesakes.length > 0 ? "other_bundle" : "no_bundle", needed);
  }
  let decision: object;
  try {
    decision = bundle.evaluate(record);
  } catch (error) {
    return not("no_decision", said(error).split("\n")[0] ?? "");
  }
  if (canonical(decision) === canonical(result)) {
    return { outcome: "same", reason: null, detail: null, difference: null };
  }
  const difference = differenceOf(result, decision);
  return { outcome: "different", reason: null, detail: null, difference };
};

const not = (reason: NotReplayed, detail: string): Outcome => ({
  outcome: "not_replayed",
  reason,
  detail,
  difference: null,
});
