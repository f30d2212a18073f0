import { type Found, short } from "./case.js";
import { organKinds, routed } from "./duties/route.js";
import { clean } from "./incident.js";
import { type Law, at, objectOf } from "./law.js";
import { after } from "./time.js";

const DAY = 86_400;

/** Incidents on which readings differ, each under every option of every reading. */
export const readings = (law: Law): Found[] => {
  const times = {
    occurred_at: after(law.noon, -DAY),
    discovered_at: after(law.noon, 60),
    learned_at: law.noon,
    assessed_at: after(law.noon, 7200),
    handling_ended_at: after(law.noon, DAY),
  };
  const grades = law.grades.map((grade) => ({
    grade,
    yuan: at(law.version, "annex", grade, "condition_7", "yuan"),
  }));
  const organ = { kind: organKinds(law)[0] ?? "other" };
  const witnesses: [string, Readonly<Record<string, unknown>>][] = [
    ["nothing", clean(law, {}, { times })],
    ["nothing known", { id: "boundary", times: { discovered_at: law.noon } }],
    ["nothing known at all", { id: "boundary" }],
    ["not assessed", routed(law, "other", { times: { learned_at: law.noon } })],
    ["assessed only", routed(law, "other", { times: { assessed_at: law.noon } })],
    ["occurred only", routed(law, "other", { times: { occurred_at: law.noon } })],
    [
      "abroad",
      routed(law, "other", { times, occurred_outside_china: true, data_exported_from_china: true }),
    ],
    ["organ in CII", { ...routed(law, "cii", { times }), operator: organ }],
    ["state-owned", routed(law, "other", { times, operator: { kind: "state_owned_enterprise" } })],
    ...grades.map(({ grade, yuan }): [string, Readonly<Record<string, unknown>>] => [
      `loss of ${grade}`,
      clean(law, { direct_economic_loss_yuan: yuan }, { times }),
    ]),
  ];
  return Object.entries(objectOf(law.version.readings)).flatMap(([reading, value]) =>
    Object.keys(objectOf(at(value, "options"))).flatMap((option) =>
      witnesses.map(([which, incident]) => ({
        at: `readings/${reading}`,
        name: `reading ${short({ [reading]: option })} on ${which}`,
        why: `What ${reading} changes under ${option}.`,
        incident,
        readings: { [reading]: option },
      })),
    ),
  );
};
