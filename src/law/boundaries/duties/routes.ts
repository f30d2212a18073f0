import { type Found, short } from "../case.js";
import { clean } from "../incident.js";
import { type Law, at, objectOf } from "../law.js";

const KNOWN = [true, false, "unknown"] as const;

/** Each kind of operator with and without CII, at each grade and where the grade is open. */
export const routes = (law: Law): Found[] => {
  const kinds = [...law.set("operator_kind"), "unknown"];
  const losses = [
    0,
    ...law.grades.map((grade) => at(law.version, "annex", grade, "condition_7", "yuan")),
    "unknown",
  ];
  const about = { at: "scope/organ_kinds", why: "The kind of operator and CII select the route." };
  const incident = (kind: string, involved: unknown, loss: unknown) =>
    clean(law, { cii: { involved }, direct_economic_loss_yuan: loss }, { operator: { kind } });
  const plain = kinds.flatMap((kind) =>
    KNOWN.flatMap((involved) =>
      losses.map((loss) => ({
        ...about,
        name: `route ${kind} cii ${String(involved)} yuan ${String(loss)}`,
        incident: incident(kind, involved, loss),
      })),
    ),
  );
  const read = ["cii_and_organ", "state_owned_as_organ"].flatMap((reading) =>
    Object.keys(objectOf(at(law.version, "readings", reading, "options"))).flatMap((option) =>
      kinds.flatMap((kind) =>
        KNOWN.map((involved) => ({
          ...about,
          at: `readings/${reading}`,
          name: `route ${kind} cii ${String(involved)} ${short({ [reading]: option })}`,
          incident: incident(kind, involved, losses[1]),
          readings: { [reading]: option },
        })),
      ),
    ),
  );
  return [...plain, ...read];
};
