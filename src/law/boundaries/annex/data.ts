import { type Found, short } from "../case.js";
import { clean } from "../incident.js";
import { type Law, at, readingsOf, unique } from "../law.js";

interface Hit {
  readonly category: string;
  readonly effects: unknown;
  readonly threat: string;
  readonly scale?: string;
}

const EFFECTS = ["lost", "leaked", "stolen", "tampered", "counterfeited"];

/** Each category, effect, threat and scale of data that were hit, known and unknown. */
export const dataHit = (law: Law): Found[] => {
  const categories = law.set("category");
  const threats = law.ladder("severity");
  const scales = law.ladder("scale");
  const scaled = (category: string): (string | undefined)[] =>
    category === "personal_information" || category === "unknown" ? [...scales] : [undefined];
  const grid = (
    of: readonly string[],
    effects: readonly unknown[],
    by: readonly string[],
    scaleOf: (category: string) => readonly (string | undefined)[],
  ): Hit[] =>
    of.flatMap((category) =>
      effects.flatMap((effect) =>
        by.flatMap((threat) =>
          scaleOf(category).map((scale) => ({
            category,
            effects: effect,
            threat,
            ...(scale === undefined ? {} : { scale }),
          })),
        ),
      ),
    );
  const single = EFFECTS.map((effect) => [effect]);
  const top = threats.slice(-1);
  const atMost = (): (string | undefined)[] => scales.slice(-1);
  const known = grid(categories, single, threats, scaled);
  const open = [
    ...grid(["unknown"], [...single, "unknown"], top, () => [...scales, "unknown"]),
    ...grid(categories, single, ["unknown"], atMost),
    ...grid(
      [...categories, "unknown"],
      ["unknown", [], { at_least: [] }, ...single.map((effects) => ({ at_least: effects }))],
      top,
      atMost,
    ),
    ...grid(["personal_information"], single, threats.slice(2), () => ["unknown"]),
    ...grid(["unknown"], single, threats.slice(2), () => ["unknown", ...scales.slice(0, 1)]),
    ...grid(["unknown"], single, ["unknown"], () => [...scales, "unknown"]),
    ...grid([...categories, "unknown"], ["unknown"], ["unknown"], () => ["unknown"]),
  ];
  const turning = unique(
    law.grades.flatMap((grade) =>
      ["circumstance_2", "condition_4"].flatMap((item) =>
        readingsOf(at(law.version, "annex", grade, item, "categories")),
      ),
    ),
  ).filter((readings) => Object.keys(readings).length > 0);
  const read = grid([...categories, "unknown"], [...single, "unknown"], threats.slice(2), atMost);
  return [
    ...[...known, ...open].map((hit) => found(law, hit)),
    ...turning.flatMap((readings) =>
      read.map((hit) => ({ ...found(law, hit, readings), readings })),
    ),
  ];
};

const found = (law: Law, hit: Hit, readings: object = {}): Found => ({
  at: "annex/*/condition_4/categories",
  name: `annex.*.data ${short(hit)}${Object.keys(readings).length === 0 ? "" : ` ${short(readings)}`}`,
  why: "Data that were hit, each fact a word.",
  incident: clean(law, { data: [hit] }),
});
