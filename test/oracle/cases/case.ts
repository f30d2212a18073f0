/** A case worked out by hand from the official text. */
import type { Grade, OracleDuty, Outcome, Status } from "../types.js";

export interface Case {
  /** The article or annex item it comes from. */
  cites: string;
  title: string;
  incident: Record<string, unknown>;
  as_of?: string;
  readings?: Record<string, string>;
  expect: {
    status?: Status;
    floor?: Grade;
    ceiling?: Grade;
    reportable?: "yes" | "no" | "undecided" | null;
    /** By criterion id without `annex.`. */
    criteria?: Record<string, Outcome>;
    /** Parts of duties by id; null for a duty that is not there. */
    duties?: Record<string, Partial<OracleDuty> | null>;
    contents?: Record<number, "complete" | "partial" | "missing">;
    questions?: string[];
  };
}

/** An incident whose reporter says that nothing else happened. */
export function stated(impact: Record<string, unknown>): Record<string, unknown> {
  return { id: "case", unstated: "none", impact };
}
