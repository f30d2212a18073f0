import { type Found, short } from "../case.js";
import { clean } from "../incident.js";
import type { Law } from "../law.js";
import { largest } from "./largest.js";
import { topClass } from "./place.js";

interface List {
  readonly at: string;
  /** An entry that meets every grade, one that may, and one that meets none. */
  readonly entries: (law: Law) => { meets: object; may: object; fails: object };
  readonly impact: (list: unknown) => object;
}

const LISTS: readonly List[] = [
  {
    at: "annex/*/condition_1/sites",
    entries: (law) => {
      const reached = largest(law, "condition_1", "unreachable_minutes");
      const site = { ...topClass(law, "government_portal"), cause: law.set("cause")[0] };
      const meets = { ...site, unreachable_minutes: reached };
      return {
        meets,
        may: { ...meets, cause: "unknown" },
        fails: { ...site, unreachable_minutes: 0 },
      };
    },
    impact: (sites) => ({ sites }),
  },
  {
    at: "annex/*/condition_6/targets",
    entries: (law) => {
      const target = topClass(law, "platform");
      const meets = { ...target, views: largest(law, "condition_6", "views") };
      return { meets, may: { ...meets, platform_size: "unknown" }, fails: { ...target, views: 0 } };
    },
    impact: (tampering) => ({ tampering }),
  },
  {
    at: "annex/*/condition_3/area_level",
    entries: (law) => {
      const level = law.ladder("area_level").at(-1);
      const meets = {
        level,
        population_percent: largest(law, "condition_3", "population_percent"),
      };
      return {
        meets,
        may: { ...meets, level: "unknown" },
        fails: { level, population_percent: 0 },
      };
    },
    impact: (areas) => ({ livelihood: { areas } }),
  },
  {
    at: "annex/*/condition_4/categories",
    entries: (law) => {
      const meets = {
        category: "core",
        effects: ["stolen"],
        threat: law.ladder("severity").at(-1),
      };
      return { meets, may: { ...meets, threat: "unknown" }, fails: { ...meets, threat: "none" } };
    },
    impact: (data) => ({ data }),
  },
];

/** Lists that are complete, open or unknown, with entries that meet a grade, may meet it, and fail. */
export const lists = (law: Law): Found[] =>
  LISTS.flatMap(({ at, entries, impact }) => {
    const { meets, may, fails } = entries(law);
    const named: [string, unknown][] = [
      ["unknown", "unknown"],
      ["empty", []],
      ["open", { at_least: [] }],
      ["open with one that fails", { at_least: [fails] }],
      ["open with one that may", { at_least: [may] }],
      ["open with one that meets", { at_least: [meets] }],
      ["one that fails, one that meets", [fails, meets]],
      ["one that may, one that meets", [may, meets]],
      ["two that meet", [meets, meets]],
      ["two that may", [may, may]],
      ["two that fail", [fails, fails]],
      ["one that fails, one that may", [fails, may]],
    ];
    return named.map(([which, list]) => ({
      at,
      name: `${at.replaceAll("/", ".")} list ${which}`,
      why: `A list: ${short(which)}.`,
      incident: clean(law, impact(list)),
    }));
  });
