import type { Checklist, Decision, Request } from "../../generated/types.js";
import type { Language } from "../../words/index.js";
import { createView } from "../view.js";
import { leniency } from "./leniency.js";
import { relatedDuties } from "./related-duties.js";
import { vendorContracts } from "./vendor-contracts.js";
import { voluntaryReport } from "./voluntary-report.js";
import type { ChecklistView } from "./view.js";

/** What a checklist is made from. Without an incident it is one to be filled in by hand. */
export interface ChecklistOptions {
  readonly kind: Checklist["kind"];
  readonly language: Language;
  /** The data of a bundle (`evaluator.data`). */
  readonly data: object;
  readonly source?: { readonly request: Request; readonly decision: Decision };
}

const MAKERS: Readonly<Record<Checklist["kind"], (view: ChecklistView) => Checklist["pages"]>> = {
  vendor_contracts: vendorContracts,
  voluntary_report: voluntaryReport,
  related_duties: relatedDuties,
  leniency,
};

/**
 * Makes a checklist or template for one of the other duties: clauses for contracts with service providers
 * (Art. 5), a voluntary report (Art. 6), duties under other laws, evidence for leniency (Art. 11).
 *
 * @throws {AmrnciError} `bundle_unreadable` for data that checklists cannot be made of.
 */
export const draftChecklist = ({ kind, language, data, source }: ChecklistOptions): Checklist => {
  const version = source?.decision.rules?.id ?? null;
  const view: ChecklistView = {
    ...createView(data, version, language, source?.request ?? null),
    decision: source?.decision ?? null,
  };
  const pages = MAKERS[kind](view);
  return {
    kind,
    language,
    title: pages[0]?.title ?? "",
    pages,
    ...(source && { source: { request: source.request, decision: source.decision } }),
  };
};
