import type { Found } from "./case.js";
import { firstReport, routed } from "./duties/route.js";
import { type Law, at, entriesOf } from "./law.js";
import { after } from "./time.js";

const KNOWN = [true, false, "unknown"] as const;
const LONG = 100 * 3600;

/** Facts that aggravate and mitigate: each known and unknown, and reports in time, late and not sent. */
export const liability = (law: Law): Found[] => {
  const about = { at: "liability", why: "Which facts of Art. 10 and 11 stand." };
  const facts = [
    ...entriesOf(at(law.version, "liability", "mitigating")),
    ...entriesOf(at(law.version, "liability", "aggravating")),
  ].flatMap((entry) => {
    const fact = at(entry, "fact");
    return typeof fact === "string" ? [fact] : [];
  });
  const duty = firstReport("other");
  const cii = firstReport("cii");
  const organ = firstReport("organ");
  const late = after(law.noon, LONG);
  const both = { cii: { involved: true }, direct_economic_loss_yuan: 1e15 };
  const organs = { operator: { kind: "central_or_state_organ" }, impact: both };
  const records: [string, Readonly<Record<string, unknown>>][] = [
    ["in time", { reports: [{ duty, sent_at: law.noon }] }],
    ["late", { reports: [{ duty, sent_at: late }] }],
    ["not sent", {}],
    ["some time", { reports: [{ duty }] }],
    [
      "one in time, one late",
      {
        ...organs,
        reports: [
          { duty: cii, sent_at: law.noon },
          { duty: organ, sent_at: late },
        ],
      },
    ],
    ["one in time, one not sent", { ...organs, reports: [{ duty: cii, sent_at: law.noon }] }],
    ["not covered", { state_secrets: true, reports: [{ duty, sent_at: late }] }],
    [
      "route open",
      { impact: { ...both, cii: { involved: "unknown" } }, reports: [{ duty, sent_at: late }] },
    ],
  ];
  return [
    ...facts.flatMap((fact) =>
      KNOWN.map((value) => ({
        ...about,
        name: `mitigation ${fact} ${String(value)}`,
        incident: routed(law, "other", { mitigation: { [fact]: value } }),
      })),
    ),
    ...records.flatMap(([which, members]) => [
      { ...about, name: `timeliness ${which}`, incident: routed(law, "other", members) },
      {
        ...about,
        name: `timeliness ${which}, looked at long after`,
        incident: routed(law, "other", members),
        as_of: after(law.noon, 2 * LONG),
      },
    ]),
  ];
};
