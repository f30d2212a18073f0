import { randomUUID } from "node:crypto";
import type { BundleUsed, Decision, DecisionRecord, Masking, Request } from "../generated/types.js";
import type { RecordEvent } from "./chain/seal.js";
import type { MaskingKey } from "./masking/key.js";
import { mask, type Shown } from "./masking/mask.js";

/** What a record says beside the request and its decision. */
export interface Occasion {
  /** The digest is that of its bytes as they were loaded (`bundleUsed` computes it). */
  readonly bundle: { readonly revision: string; readonly digest?: string | null };
  /** A UUID unless given. */
  readonly decisionId?: string;
  readonly batchDecisionId?: string;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly requestId?: number;
  readonly requestedBy?: string;
  /** When it was decided; now unless given. */
  readonly timestamp?: Date;
  /** By OPA's names, such as `timer_rego_query_eval_ns`. */
  readonly metrics?: Readonly<Record<string, number>>;
}

/** What all records of a recorder share. */
export interface Setting {
  readonly labels: DecisionRecord["labels"];
  readonly masking: Masking;
  readonly key: MaskingKey | null;
}

/** The record of a decision, still without a place in the log. */
export const eventOf = (
  request: Request,
  decision: Decision,
  { bundle, timestamp = new Date(), ...occasion }: Occasion,
  { labels, masking, key }: Setting,
): RecordEvent => {
  const { input, result, masked, erased } = shownOf(request, decision, masking, key);
  const { decisionId, batchDecisionId, traceId, spanId, requestId, requestedBy, metrics } =
    occasion;
  return {
    labels,
    decision_id: decisionId ?? randomUUID(),
    ...(batchDecisionId !== undefined && { batch_decision_id: batchDecisionId }),
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(spanId !== undefined && { span_id: spanId }),
    bundles: { amrnci: usedOf(bundle) },
    path: "amrnci/decision",
    input,
    result,
    ...(erased.length > 0 && { erased: [...erased] }),
    ...(masked.length > 0 && { masked: [...masked] }),
    ...(requestedBy !== undefined && { requested_by: requestedBy }),
    ...(requestId !== undefined && { req_id: requestId }),
    timestamp: timestamp.toISOString(),
    ...(metrics !== undefined && { metrics: { ...metrics } }),
    masking:
      key === null ? { algorithm: "none" } : { algorithm: "hmac-sha256", key: key.fingerprint },
  };
};

const usedOf = ({ revision, digest }: Occasion["bundle"]): BundleUsed =>
  digest === undefined || digest === null ? { revision } : { revision, digest };

/** What can't be read as a request may hold anything at any place, and nothing of it is shown. */
const shownOf = (...[request, decision, masking, key]: Parameters<typeof mask>): Shown =>
  "status" in decision && decision.status === "invalid"
    ? { input: {}, result: { ...decision }, masked: [], erased: ["/input"] }
    : mask(request, decision, masking, key);
