/** An incident with something in every part of the contract. */
export const incident = {
  id: "i-1",
  title: "某政务网站被篡改",
  unstated: "unknown",
  times: {
    occurred_at: "2025-12-22T21:40:00+08:00",
    discovered_at: "2025-12-22T14:00:00Z",
    learned_at: "2025-12-22T22:00:00.123-00:00",
  },
  operator: { name: "某某公司", kind: "other", province: "CN-ZJ", sector_rules: "unknown" },
  suspected_crime: true,
  impact: {
    sites: [
      { kind: "enterprise_portal", level: "none", cause: "attack", unreachable_minutes: 130 },
    ],
    cii: { involved: false, whole_interruption_minutes: { at_most: 5 } },
    livelihood: {
      persons: { at_least: 10000, at_most: 200000 },
      areas: { at_least: [{ level: "prefecture", population_percent: 12 }] },
      services: ["water"],
    },
    data: [{ category: "personal_information", effects: ["leaked"], threat: "unknown" }],
    personal_information: { persons_leaked: "unknown" },
    tampering: "unknown",
    direct_economic_loss_yuan: 1e15,
  },
  judgements: { other: { severity: "none", by: "CISO", at: "2025-12-22T23:00:00+08:00" } },
  narrative: { facility: "官网", ransom: { amount: "5 BTC", demanded_at: "周一" } },
  reports: [
    { duty: "operator.first_report.other", sent_at: "2025-12-23T01:00:00+08:00", items: [1, 2] },
  ],
  mitigation: { followed_plan: true },
};

export const request = {
  incident,
  as_of: "2025-12-23T09:00:00+08:00",
  readings: { clock_start: "assessment", summary_deadline: "720_hours" },
};

/** The sample with one value put at a JSON Pointer below the incident. */
export const incidentWith = (pointer: string, value: unknown): unknown => {
  const copy = structuredClone(incident) as unknown;
  const names = pointer.split("/").slice(1);
  const last = names.pop() ?? "";
  let at = copy as Record<string, unknown>;
  for (const name of names) at = (at[name] ??= {}) as Record<string, unknown>;
  at[last] = value;
  return copy;
};
