/** The incident cut into parts that share no fact; the grade is the highest any part reaches. */
import { condition5, condition7, LEAKED_PERSONS, LOSS_YUAN } from "./annex/amounts.js";
import { condition2, MAIN_MINUTES, WHOLE_MINUTES } from "./annex/cii.js";
import { condition4AndCircumstance2 } from "./annex/data.js";
import { circumstance1, circumstance3AndCondition8 } from "./annex/judgements.js";
import { AFFECTED_PERSONS, AREA_PERCENTS } from "./annex/livelihood.js";
import { condition3Area, condition3Persons } from "./annex/livelihood.js";
import { condition1, SITE_MINUTES } from "./annex/sites.js";
import * as tampering from "./annex/tampering.js";
import { choice, effects, list, quantity, yesNo, type Unstated } from "./domain.js";
import { member } from "./json.js";
import type { Readings } from "./readings.js";
import { combined, leaf, spaceOf, type Node } from "./space.js";
import * as words from "./words.js";

/** The criteria that a part's mask speaks of: the low three bits, and the high three. */
export type Criteria = readonly [string] | readonly [string, string];

export interface Component {
  readonly criteria: Criteria;
  /** JSON Pointer that the facts' names are appended to. */
  readonly prefix: string;
  readonly node: Node;
}

export function pathOf(prefix: string, name: string): string {
  return name === "" ? prefix : `${prefix}/${name}`;
}

export function unstatedOf(request: unknown): Unstated {
  return member(request, "incident", "unstated") === "none" ? "none" : "unknown";
}

export function componentsOf(request: unknown, readings: Readings): Component[] {
  const incident = member(request, "incident");
  const impact = member(incident, "impact");
  const unstated = unstatedOf(request);
  const livelihood = member(impact, "livelihood");
  const core = readings.core_data_at_relatively_major === "included";
  const portals = readings.enterprise_portal_level;
  const severity = (name: string) => ({
    severity: choice(
      member(incident, "judgements", name, "severity"),
      words.SEVERITIES,
      "none",
      unstated,
    ),
  });

  return [
    ...entries(["condition.1"], "/impact/sites", member(impact, "sites"), unstated, (e, u) =>
      siteNode(e, u, portals),
    ),
    part(["condition.2"], "/impact/cii", ciiNode(member(impact, "cii"), unstated)),
    part(
      ["condition.3"],
      "/impact/livelihood",
      leaf(
        "persons",
        { persons: quantity(member(livelihood, "persons"), AFFECTED_PERSONS, unstated) },
        ({ persons }) => condition3Persons(persons),
      ),
    ),
    ...entries(
      ["condition.3"],
      "/impact/livelihood/areas",
      member(livelihood, "areas"),
      unstated,
      areaNode,
    ),
    ...entries(
      ["condition.4", "circumstance.2"],
      "/impact/data",
      member(impact, "data"),
      unstated,
      (e, u) => dataNode(e, u, core),
    ),
    part(
      ["condition.5"],
      "/impact/personal_information",
      leaf(
        "leaked",
        {
          persons_leaked: quantity(
            member(impact, "personal_information", "persons_leaked"),
            LEAKED_PERSONS,
            unstated,
          ),
        },
        ({ persons_leaked: persons }) => condition5(persons),
      ),
    ),
    ...entries(
      ["condition.6"],
      "/impact/tampering",
      member(impact, "tampering"),
      unstated,
      (e, u) => tamperingNode(e, u, portals),
    ),
    part(
      ["condition.7"],
      "/impact",
      leaf(
        "loss",
        {
          direct_economic_loss_yuan: quantity(
            member(impact, "direct_economic_loss_yuan"),
            LOSS_YUAN,
            unstated,
          ),
        },
        ({ direct_economic_loss_yuan: yuan }) => condition7(yuan),
      ),
    ),
    part(
      ["circumstance.1"],
      "/judgements/system_loss",
      leaf("system_loss", severity("system_loss"), (known) => circumstance1(known.severity)),
    ),
    part(
      ["circumstance.3", "condition.8"],
      "/judgements/other",
      leaf("other", severity("other"), (known) => circumstance3AndCondition8(known.severity)),
    ),
  ];
}

function part(criteria: Criteria, prefix: string, node: Node): Component {
  return { criteria, prefix, node };
}

type EntryNode = (entry: unknown, unstated: Unstated) => Node;

/** A component per entry, and one for the entries that an open list may hold besides. */
function entries(
  criteria: Criteria,
  path: string,
  raw: unknown,
  unstated: Unstated,
  nodeOf: EntryNode,
): Component[] {
  const { entries: listed, open, below } = list(raw, unstated);
  const components = listed.map((entry, place) =>
    part(criteria, `${path}${below}/${String(place)}`, nodeOf(entry, unstated)),
  );
  if (open) components.push(part(criteria, path, anyEntry(nodeOf)));
  return components;
}

/** No further entry, or one of any kind: what an entry with nothing known about it can lead to. */
function anyEntry(nodeOf: EntryNode): Node {
  const reachable = spaceOf(nodeOf({}, "unknown")).all;
  const values = [...new Set([0, ...reachable])].sort((a, b) => a - b);
  return leaf("more", { "": { values, key: values.join() } }, (known) => known[""]);
}

function siteNode(entry: unknown, unstated: Unstated, portals: string): Node {
  return leaf(
    `site ${portals}`,
    {
      kind: choice(member(entry, "kind"), words.SITE_KINDS, "government_portal", "unknown"),
      level: choice(member(entry, "level"), words.LEVELS, "none", unstated),
      cause: choice(member(entry, "cause"), words.CAUSES, "other", unstated),
      unreachable_minutes: quantity(member(entry, "unreachable_minutes"), SITE_MINUTES, unstated),
    },
    (known) => condition1(known, portals),
  );
}

function ciiNode(cii: unknown, unstated: Unstated): Node {
  const minutes = (name: string, thresholds: readonly number[]) =>
    quantity(member(cii, name), thresholds, unstated);
  return leaf(
    "cii",
    {
      involved: yesNo(member(cii, "involved"), unstated),
      whole_interruption_minutes: minutes("whole_interruption_minutes", WHOLE_MINUTES),
      main_function_interruption_minutes: minutes(
        "main_function_interruption_minutes",
        MAIN_MINUTES,
      ),
    },
    condition2,
  );
}

function areaNode(entry: unknown, unstated: Unstated): Node {
  return leaf(
    "area",
    {
      level: choice(member(entry, "level"), words.AREA_LEVELS, "prefecture", unstated),
      population_percent: quantity(
        member(entry, "population_percent"),
        AREA_PERCENTS,
        unstated,
        100,
      ),
    },
    condition3Area,
  );
}

function dataNode(entry: unknown, unstated: Unstated, core: boolean): Node {
  return leaf(
    `data ${String(core)}`,
    {
      category: choice(member(entry, "category"), words.CATEGORIES, "core", "unknown"),
      scale: choice(member(entry, "scale"), words.SCALES, "smaller", unstated),
      effects: effects(member(entry, "effects")),
      threat: choice(member(entry, "threat"), words.SEVERITIES, "none", unstated),
    },
    (known) => condition4AndCircumstance2(known, core),
  );
}

/** 被篡改 of a listed target, and any one of the signs of spread. */
function tamperingNode(entry: unknown, unstated: Unstated, portals: string): Node {
  const sign = (name: string, thresholds: number[], meets: (value: number) => number): Node =>
    leaf(name, { [name]: quantity(member(entry, name), thresholds, unstated) }, (known) =>
      meets(known[name] ?? 0),
    );
  const target = leaf(
    `target ${portals}`,
    {
      kind: choice(member(entry, "kind"), words.TARGET_KINDS, "government_portal", "unknown"),
      level: choice(member(entry, "level"), words.LEVELS, "none", unstated),
      platform_size: choice(
        member(entry, "platform_size"),
        words.PLATFORM_SIZES,
        "other",
        unstated,
      ),
    },
    (known) => tampering.condition6Target(known, portals),
  );
  const signs = combined("or", [
    sign("homepage_minutes", tampering.HOMEPAGE_MINUTES, tampering.condition6Homepage),
    sign("other_page_minutes", tampering.OTHER_PAGE_MINUTES, tampering.condition6OtherPage),
    sign("reposts", tampering.REPOSTS, tampering.condition6Reposts),
    sign("views", tampering.VIEWS, tampering.condition6Views),
    leaf(
      "determined",
      {
        determined_spread: choice(
          member(entry, "determined_spread"),
          words.SPREADS,
          "none",
          unstated,
        ),
      },
      (known) => tampering.condition6Determined(known.determined_spread),
    ),
  ]);
  return combined("and", [target, signs]);
}
