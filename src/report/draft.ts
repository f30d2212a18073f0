import { AmrnciError } from "../errors.js";
import type { AppliedDecision, Decision, Draft, Request } from "../generated/types.js";
import { createTerms, type Language } from "../words/index.js";
import type { Earlier } from "./earlier.js";
import { firstReport } from "./first.js";
import { summaryReport } from "./summary.js";
import { supplement } from "./supplement.js";
import { createView, type DraftView } from "./view.js";

/** What a report is drafted from. */
export interface DraftOptions {
  readonly kind: Draft["kind"];
  readonly language: Language;
  /** The request that was decided. */
  readonly request: Request;
  readonly decision: Decision;
  /** The data of the bundle that decided it (`evaluator.data`). */
  readonly data: object;
  /** What was reported before; for a supplement. */
  readonly earlier?: { readonly request: Request; readonly decision: Decision };
  /** The comparison of readings, so that the draft names only those that bear on it. */
  readonly comparison?: readonly { readonly id: string; readonly changes: readonly unknown[] }[];
}

// Where the Measures do not govern the report, there is none to draft.
const OUTSIDE: readonly Decision["status"][] = [
  "excluded",
  "out_of_scope",
  "not_in_force",
  "invalid",
];

/**
 * Drafts a report as a document, filled from the facts and the decision on them. What is missing is
 * marked and never invented. It reads no clock: the date is `as_of`, or left to be filled in.
 *
 * @throws {AmrnciError} `rules_do_not_apply` where the Measures govern no report of this incident (Art.
 * 2, 13, 14), with the reason; `bundle_unreadable` for data that reports cannot be made of.
 *
 * @example
 * ```ts
 * import { createEvaluator } from "amrnci";
 * import { draftReport, toMarkdown } from "amrnci/report";
 *
 * const evaluator = await createEvaluator();
 * const request = { incident: { id: "2025-001" } };
 * const decision = evaluator.evaluate(request);
 * const draft = draftReport({ kind: "first", language: "zh", request, decision, data: evaluator.data });
 * console.log(toMarkdown(draft));
 * ```
 */
export const draftReport = (options: DraftOptions): Draft => {
  const { kind, language, request, data, comparison } = options;
  const decision = applied(options.decision, data, language);
  const view: DraftView = {
    ...createView(data, decision.rules.id, language, request),
    incident: request.incident,
    request,
    decision,
    differing: comparison
      ? new Set(comparison.filter(({ changes }) => changes.length > 0).map(({ id }) => id))
      : null,
  };
  if (kind === "first") return firstReport(view);
  return kind === "summary" ? summaryReport(view) : supplement(view, earlierOf(options));
};

const earlierOf = ({ earlier, data, language }: DraftOptions): Earlier | null =>
  earlier === undefined
    ? null
    : { request: earlier.request, decision: applied(earlier.decision, data, language) };

const applied = (decision: Decision, data: object, language: Language): AppliedDecision => {
  if (!OUTSIDE.includes(decision.status)) return decision as AppliedDecision;
  const terms = createTerms(data, decision.rules?.id ?? null, language);
  const note = terms.word("status_notes", decision.status);
  const source = terms.citedBy("status_notes", decision.status);
  const cited = source === null ? "" : ` [${terms.citation(source)}]`;
  throw new AmrnciError("rules_do_not_apply", `${note}${cited}`);
};
