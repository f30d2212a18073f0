import type { AppliedDecision, Request } from "../generated/types.js";

/** What was reported before: the facts, and the decision on them. */
export interface Earlier {
  readonly request: Request;
  readonly decision: AppliedDecision;
}
