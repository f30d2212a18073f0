import { decided, type RequestContext, type Service } from "../service.js";
import type { ActiveRules } from "../rules.js";
import { find, segmentsOf, valueWithin } from "./document.js";

/** What a path of the Data API gives for an input. */
export interface Answer {
  readonly decisionId: string;
  /** JSON; undefined where the path names nothing. */
  readonly text: string | undefined;
}

/** Answers; undefined where only an OPA could answer. */
export const answerOf = async (
  service: Service,
  c: RequestContext,
  rules: ActiveRules,
  path: string,
  input: unknown,
): Promise<Answer | undefined> => {
  const found = find(rules, segmentsOf(path));
  if (found.kind === "not_served") return undefined;
  if (found.kind !== "decision") {
    const text = found.kind === "data" ? JSON.stringify(found.value) : undefined;
    const decisionId = crypto.randomUUID();
    c.set("decisionId", decisionId);
    return { decisionId, text };
  }
  const decision = rules.evaluator.answerToJson(input);
  const made = { path: segmentsOf(path).join("/"), request: input ?? null, decision };
  const decisionId = await decided(service, c, made, rules);
  if (found.within.length === 0) return { decisionId, text: decision };
  const part = valueWithin(JSON.parse(decision), found.within);
  return { decisionId, text: part === undefined ? undefined : JSON.stringify(part) };
};
