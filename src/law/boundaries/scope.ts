import { firstReport, routed } from "./duties/route.js";
import { type Found, short } from "./case.js";
import { clean } from "./incident.js";
import { type Law, at, objectOf, unique, wordsOf } from "./law.js";

const KNOWN = [true, false, "unknown"] as const;

/** Facts that take an incident out of the law or add a duty, and the areas. */
export const scope = (law: Law): Found[] => {
  const options = Object.keys(objectOf(at(law.version, "readings", "exported_data", "options")));
  const abroad = KNOWN.flatMap((occurred) =>
    KNOWN.flatMap((exported) =>
      options.map((option) => ({
        at: "readings/exported_data",
        name: `scope abroad ${String(occurred)} exported ${String(exported)} ${option}`,
        why: "An incident abroad is covered only through data exported from China.",
        incident: routed(law, "other", {
          occurred_outside_china: occurred,
          data_exported_from_china: exported,
        }),
        readings: { exported_data: option },
      })),
    ),
  );
  const single: Readonly<Record<string, unknown>>[] = KNOWN.flatMap((value) => [
    { state_secrets: value },
    { suspected_crime: value },
    { operator: { sector_rules: value } },
    { operator: { without_china_operations: value } },
    { state_secrets: value, operator: { without_china_operations: "unknown" } },
    { state_secrets: "unknown", operator: { without_china_operations: value } },
    { state_secrets: true, occurred_outside_china: value },
    { state_secrets: "unknown", occurred_outside_china: true },
    { operator: { without_china_operations: true }, occurred_outside_china: value },
    { operator: { without_china_operations: "unknown" }, occurred_outside_china: value },
    { state_secrets: true, occurred_outside_china: "unknown", data_exported_from_china: value },
    {
      operator: { without_china_operations: true },
      occurred_outside_china: "unknown",
      data_exported_from_china: value,
    },
    {
      occurred_outside_china: value,
      suspected_crime: "unknown",
      operator: { sector_rules: "unknown" },
    },
  ]);
  const facts = unique(single).flatMap((members) => [
    {
      at: "scope",
      name: `scope ${short(members)}`,
      why: "A fact outside the annex that moves scope or duties.",
      incident: routed(law, "other", members),
    },
    {
      at: "scope",
      name: `scope ${short(members)} at no grade`,
      why: "The same where nothing is reportable.",
      incident: clean(law, {}, members),
    },
  ]);
  return [...abroad, ...facts, ...provinces(law)];
};

const provinces = (law: Law): Found[] => {
  const without = wordsOf(at(law.version, "scope", "areas_without_known_body"));
  const known = law.provinces.find((province) => !without.includes(province)) ?? "unknown";
  return [...without, known, "unknown"].flatMap((province) =>
    (["other", "cii"] as const).map((route) => ({
      at: "scope/areas_without_known_body",
      name: `province ${province} on route ${route}`,
      why: "Whether a source names the body that receives the report of an area.",
      incident: {
        ...routed(law, route, { reports: [{ duty: firstReport(route) }] }),
        operator: { province },
      },
    })),
  );
};
