/** Duties, clocks, scope and contents. */
import type { Case } from "./case.js";

const KNOWN = "2025-12-22T22:00:00+08:00";
const base = (members: Record<string, unknown>, impact: Record<string, unknown> = {}) => ({
  id: "case",
  unstated: "none",
  times: { discovered_at: KNOWN },
  impact: { direct_economic_loss_yuan: 5_000_000, ...impact },
  ...members,
});
const OTHER = "operator.first_report.other";
const CII = "operator.first_report.cii";
const ORGAN = "operator.first_report.organ";
const sent = (sent_at: string, duty = OTHER) => ({ duty, sent_at });
const ended = (handling_ended_at: string) =>
  base({ times: { discovered_at: KNOWN, handling_ended_at } });
const MAJOR = { direct_economic_loss_yuan: 20_000_000 };

export const dutyCases: Case[] = [
  {
    cites: "第四条第四款",
    title: "4小时 from awareness",
    incident: base({}),
    expect: {
      status: "decided",
      duties: {
        [OTHER]: { applies: "yes", limit_seconds: 14400, due: "2025-12-23T02:00:00+08:00" },
        "authority.relay.other": null,
        [CII]: null,
      },
    },
  },
  {
    cites: "第四条第四款",
    title: "exactly 4小时 is in time, whatever the offset and the fraction",
    incident: base({ reports: [sent("2025-12-22T18:00:00.999Z")] }),
    expect: { duties: { [OTHER]: { state: "met" } } },
  },
  {
    cites: "第四条第四款",
    title: "one second more is late",
    incident: base({ reports: [sent("2025-12-22T18:00:01Z")] }),
    expect: { duties: { [OTHER]: { state: "late" } } },
  },
  {
    cites: "第四条第四款",
    title: "at the limit nothing is overdue",
    incident: base({}),
    as_of: "2025-12-23T02:00:00+08:00",
    expect: { duties: { [OTHER]: { state: "pending" } } },
  },
  {
    cites: "第四条第四款",
    title: "after the limit it is",
    incident: base({}),
    as_of: "2025-12-23T02:00:01+08:00",
    expect: { duties: { [OTHER]: { state: "overdue" } } },
  },
  {
    cites: "第四条第二款",
    title: "CII replaces the other route, half an hour for the relay",
    incident: base(
      { reports: [{ duty: CII, sent_at: KNOWN, received_at: "2025-12-22T22:10:00+08:00" }] },
      { cii: { involved: true, whole_interruption_minutes: 60 } },
    ),
    expect: {
      duties: {
        [CII]: { recipients: ["protection_department", "public_security"], limit_seconds: 3600 },
        [OTHER]: null,
        "authority.relay.cii": { due: "2025-12-22T22:40:00+08:00", applies: "yes" },
      },
    },
  },
  {
    cites: "第四条第三款",
    title: "an organ hit in its CII owes both",
    incident: base({ operator: { kind: "central_or_state_organ" } }, { cii: { involved: true } }),
    expect: {
      duties: {
        [CII]: { applies: "yes" },
        [ORGAN]: { limit_seconds: 7200 },
        "operator.summary": {
          recipients: ["organ_cyberspace_body", "protection_department", "public_security"],
        },
      },
    },
  },
  {
    cites: "第四条第三款",
    title: "or only the CII route, by that reading",
    incident: base(
      { operator: { kind: "directly_subordinate_unit" } },
      { cii: { involved: true } },
    ),
    readings: { cii_and_organ: "cii_only" },
    expect: { duties: { [CII]: { applies: "yes" }, [ORGAN]: null } },
  },
  {
    cites: "第四条第三款",
    title: "国家网信部门 notifies without a number",
    incident: base({ operator: { kind: "directly_subordinate_unit" } }, MAJOR),
    expect: { duties: { "authority.notify.organ": { limit_seconds: null, state: "pending" } } },
  },
  {
    cites: "第四条第三款",
    title: "a state-owned enterprise is no organ",
    incident: base({ operator: { kind: "state_owned_enterprise" } }),
    expect: { duties: { [OTHER]: { applies: "yes" }, [ORGAN]: null } },
  },
  {
    cites: "第四条第四款",
    title: "unknown CII involvement leaves two routes possible",
    incident: base({}, { cii: { involved: "unknown" } }),
    expect: {
      status: "undecided",
      duties: { [OTHER]: { applies: "possible" }, [CII]: { applies: "possible" } },
      questions: ["/impact/cii/involved"],
    },
  },
  {
    cites: "第四条第六款",
    title: "a suspected crime has no number and asks for no grade",
    incident: { id: "c", unstated: "none", suspected_crime: true },
    expect: {
      reportable: "no",
      duties: {
        "operator.report.crime": { applies: "yes", due: null, state: "pending" },
        "operator.report.sector": null,
        "public.voluntary_report": null,
        "operator.vendor_contracts": { state: null },
      },
    },
  },
  {
    cites: "第八条",
    title: "30日: the day itself not counted, by the calendar of Beijing",
    incident: ended("2028-01-30T16:00:00Z"),
    expect: { duties: { "operator.summary": { due: "2028-03-01T23:59:59+08:00" } } },
  },
  {
    cites: "第八条",
    title: "a second earlier is a day earlier",
    incident: ended("2028-01-30T15:59:59Z"),
    expect: { duties: { "operator.summary": { due: "2028-02-29T23:59:59+08:00" } } },
  },
  {
    cites: "第八条",
    title: "or 720 hours",
    incident: ended("2028-01-30T16:00:00Z"),
    readings: { summary_deadline: "720_hours" },
    expect: {
      duties: { "operator.summary": { due: "2028-03-01T00:00:00+08:00", limit_days: 30 } },
    },
  },
  {
    cites: "第七条第二款",
    title: "the eight items of all reports together",
    incident: base({
      reports: [
        { duty: OTHER, sent_at: KNOWN, items: [1, 2] },
        { duty: "operator.supplement.items", items: [3, 4, 5, 6, 7, 8] },
      ],
    }),
    expect: { duties: { "operator.supplement.items": { state: "met", from: KNOWN } } },
  },
  {
    cites: "第七条第一款",
    title: "ransom facts are due for ransomware",
    incident: base({
      ransomware: true,
      operator: { name: "甲" },
      narrative: { facility: "x", attacker: "x", other: "x", ransom: { amount: "1", method: "y" } },
    }),
    expect: {
      contents: { 1: "complete", 2: "partial", 3: "missing", 5: "partial", 8: "complete" },
    },
  },
  {
    cites: "第十四条",
    title: "not in force the second before",
    incident: base({ times: { learned_at: "2025-10-31T15:59:59.9Z" } }),
    expect: { status: "not_in_force", reportable: null },
  },
  {
    cites: "第十四条",
    title: "in force from midnight in Beijing",
    incident: base({ times: { learned_at: "2025-10-31T16:00:00Z" } }),
    expect: { status: "decided" },
  },
  {
    cites: "第十四条",
    title: "by occurrence, where that reading is chosen",
    incident: base({ times: { discovered_at: KNOWN, occurred_at: "2025-10-31T23:00:00+08:00" } }),
    readings: { in_force_by: "occurrence" },
    expect: { status: "not_in_force" },
  },
  {
    cites: "第十三条",
    title: "state secrets come before scope",
    incident: base({ state_secrets: true, operator: { without_china_operations: true } }),
    expect: { status: "excluded", floor: "relatively_major", reportable: "no" },
  },
  {
    cites: "第二条",
    title: "abroad without exported data",
    incident: base({ occurred_outside_china: true }),
    expect: { status: "out_of_scope", questions: [] },
  },
  {
    cites: "第二条",
    title: "abroad, exported data unknown: still bound, and asked",
    incident: base({ occurred_outside_china: true, data_exported_from_china: "unknown" }),
    expect: { status: "decided", questions: ["/data_exported_from_china"] },
  },
  {
    cites: "第二条",
    title: "unless the text alone is read",
    incident: base({ occurred_outside_china: true, data_exported_from_china: true }),
    readings: { exported_data: "not_covered" },
    expect: { status: "out_of_scope" },
  },
  {
    cites: "第四条第一款",
    title: "一般 is not reported",
    incident: { id: "c", unstated: "none" },
    expect: { status: "decided", reportable: "no", duties: { [OTHER]: null } },
  },
  {
    cites: "第四条第四款",
    title: "the operator's own relay runs from its own clock",
    incident: base({}, MAJOR),
    readings: { relay_bearer: "operator", clock_start: "assessment" },
    expect: {
      duties: { "authority.relay.other": { bearer: "operator", from: null, limit_seconds: 3600 } },
    },
  },
];
