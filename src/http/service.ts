import type { Context } from "hono";
import type { Meter } from "./metrics/meter.js";
import type { Decided, HandlerOptions, Limits } from "./options.js";
import type { ActiveRules, RulesSource } from "./rules.js";

/** What the routes of one handler share. */
export interface Service {
  readonly source: RulesSource;
  readonly limits: Limits;
  readonly meter: Meter;
  readonly record: HandlerOptions["record"];
  readonly more: () => string;
}

/** What a request carries on its way through the routes. */
export interface Carried {
  Variables: {
    decisionId?: string;
    code?: string;
    cause?: unknown;
    traceparent?: string;
  };
}

export type RequestContext = Context<Carried>;

/** Hands a decision to whoever records; counts it. */
export const decided = async (
  { record, meter }: Service,
  c: RequestContext,
  made: Omit<Decided, "decisionId" | "traceparent" | "revision" | "digest">,
  { revision, digest }: ActiveRules,
): Promise<string> => {
  const decisionId = crypto.randomUUID();
  c.set("decisionId", decisionId);
  meter.decision(made.path);
  if (record !== undefined) {
    const traceparent = c.get("traceparent");
    const trace = traceparent === undefined ? {} : { traceparent };
    await record({ decisionId, ...made, revision, digest, ...trace });
  }
  return decisionId;
};
