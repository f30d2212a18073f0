// The eleven items of the annex, each held against what the law's data says of one grade.
import type { Annex, ByReading } from "./law.js";
import {
  type Facts,
  type Ladder,
  type Span,
  choices,
  interval,
  maybe,
  rungOf,
  spanOf,
  wordsFrom,
} from "./facts.js";
import {
  type Answer,
  NOT_MET,
  type Shown,
  anyEntry,
  atLeast,
  member,
  nearest,
  oneOf,
  quantity,
  rungFrom,
  severity,
  turnsOn,
  unlisted,
} from "./needs.js";

export type Used = Readonly<Record<string, string>>;

export const chosen = <T>(value: ByReading<T>, used: Used): T => {
  if (typeof value !== "object" || value === null || !("by_reading" in value)) return value;
  return value[used[value.by_reading] ?? ""] as T;
};

// --- classes of sites and platforms ---

interface Classed {
  readonly index: number;
  readonly kinds: readonly string[];
  readonly level: Span;
  readonly platform_size: Span;
}

type Lowest = Readonly<Record<string, number>>;

const ladderOfKind = (kind: string): "level" | "platform_size" =>
  kind === "platform" ? "platform_size" : "level";

const lowestOf = (classes: Readonly<Record<string, ByReading<string>>>, used: Used): Lowest => {
  const lowest: Record<string, number> = {};
  for (const [kind, word] of Object.entries(classes)) {
    lowest[kind] = rungOf(ladderOfKind(kind), chosen(word, used));
  }
  return lowest;
};

const reaches = (entry: Classed, lowest: Lowest, kind: string, bound: "low" | "high"): boolean =>
  entry[ladderOfKind(kind)][bound] >= (lowest[kind] ?? Infinity);

const possiblyListed = (entry: Classed, lowest: Lowest): boolean =>
  entry.kinds.some((kind) => reaches(entry, lowest, kind, "high"));

const surelyListed = (entry: Classed, lowest: Lowest): boolean =>
  entry.kinds.every((kind) => reaches(entry, lowest, kind, "low"));

const turnsOnKind = (entry: Classed, lowest: Lowest): boolean =>
  entry.kinds.some(
    (listed) =>
      reaches(entry, lowest, listed, "high") &&
      entry.kinds.some((other) => {
        const number = lowest[other];
        if (number === undefined) return true;
        const { low } = entry[ladderOfKind(other)];
        return ladderOfKind(other) === ladderOfKind(listed)
          ? Math.max(low, lowest[listed] ?? 0) < number
          : low < number;
      }),
  );

const classFacts = (
  list: Facts["sites"] | Facts["tampering"],
  entry: Classed,
  lowest: Lowest,
  unstated: Facts["unstated"],
  asked: boolean,
): Shown[] => {
  const facts: Shown[] = [];
  if (!asked || turnsOnKind(entry, lowest)) {
    const kind = member(list, entry.index, "kind", "unknown");
    facts.push(oneOf(kind, Object.keys(lowest).sort()));
  }
  for (const ladder of ["level", "platform_size"] as const) {
    let least = Infinity;
    for (const kind of entry.kinds) {
      const number = lowest[kind];
      if (number === undefined || ladderOfKind(kind) !== ladder) continue;
      if (asked && !turnsOn(entry[ladder], number)) continue;
      least = Math.min(least, number);
    }
    if (least === Infinity || least === 0) continue;
    facts.push(rungFrom(member(list, entry.index, ladder, unstated[ladder]), ladder, least));
  }
  return facts;
};

// --- what is known of the entries of each list, once for all grades ---

export const entriesOf = ({ unstated, sites, tampering, areas, data }: Facts) => {
  const span = (ladder: Ladder, stated: string | undefined): Span =>
    spanOf(ladder, stated ?? (unstated[ladder] as string));
  const amount = (stated: unknown, highest?: number): Span =>
    interval(stated ?? unstated.quantity, highest);
  const nothing: Span = { low: 0, high: 0 };
  return {
    sites: sites.entries.map((site, index) => ({
      index,
      kinds: maybe(choices.site_kind, site.kind),
      level: span("level", site.level),
      platform_size: nothing,
      causes: maybe(choices.cause, site.cause ?? (unstated.cause as string)),
      minutes: amount(site.unreachable_minutes),
    })),
    targets: tampering.entries.map((target, index) => ({
      index,
      kinds: maybe(choices.target_kind, target.kind),
      level: span("level", target.level),
      platform_size: span("platform_size", target.platform_size),
      homepage_minutes: amount(target.homepage_minutes),
      other_page_minutes: amount(target.other_page_minutes),
      reposts: amount(target.reposts),
      views: amount(target.views),
      determined_spread: span("determined_spread", target.determined_spread),
    })),
    areas: areas.entries.map((area, index) => ({
      index,
      level: span("area_level", area.level),
      percent: amount(area.population_percent, 100),
    })),
    data: data.entries.map((item, index) => {
      const { effects } = item;
      const listed = Array.isArray(effects)
        ? effects
        : effects === "unknown"
          ? []
          : effects.at_least;
      return {
        index,
        categories: maybe(choices.category, item.category),
        scale: span("scale", item.scale),
        effects: listed,
        open: !Array.isArray(effects),
        threat: span("severity", item.threat),
      };
    }),
  };
};

type Entries = ReturnType<typeof entriesOf>;
type Site = Entries["sites"][number];
type Target = Entries["targets"][number];
type Item = Entries["data"][number];

export interface Known {
  readonly facts: Facts;
  readonly entries: Entries;
  readonly used: Used;
}

// --- condition 1 ---

const siteFits = (site: Site, limit: Annex["condition_1"], lowest: Lowest): boolean =>
  site.causes.some((cause) => limit.causes.includes(cause)) && possiblyListed(site, lowest);

const condition1 = ({ facts, entries, used }: Known, limit: Annex["condition_1"]): Answer => {
  const { sites, unstated } = facts;
  const { causes, unreachable_minutes: minutes } = limit;
  const oneMore = { at_least: minutes, unit: "minutes" };
  if (entries.sites.length === 0) return unlisted(sites, oneMore);
  const lowest = lowestOf(limit.sites, used);
  const surelyCaused = (site: Site): boolean =>
    site.causes.every((cause) => causes.includes(cause));
  const cause = ({ index }: Site): Shown =>
    oneOf(member(sites, index, "cause", unstated.cause), causes);
  const duration = ({ index }: Site): Shown =>
    atLeast(member(sites, index, "unreachable_minutes", unstated.quantity), minutes, "minutes");
  return anyEntry(sites, entries.sites, oneMore, {
    possibly: (site) => site.minutes.high >= minutes && siteFits(site, limit, lowest),
    surely: (site) =>
      site.minutes.low >= minutes && surelyCaused(site) && surelyListed(site, lowest),
    shown: (site) => [
      ...classFacts(sites, site, lowest, unstated, false),
      cause(site),
      duration(site),
    ],
    asked: (site) => [
      ...classFacts(sites, site, lowest, unstated, true),
      ...(surelyCaused(site) ? [] : [cause(site)]),
      ...(turnsOn(site.minutes, minutes) ? [duration(site)] : []),
    ],
  });
};

export const nearestSite = (
  { facts, entries, used }: Known,
  limit: Annex["condition_1"],
): Shown[] => {
  if (entries.sites.length === 0) return [];
  const lowest = lowestOf(limit.sites, used);
  const fitting = entries.sites.filter((site) => siteFits(site, limit, lowest));
  const number = limit.unreachable_minutes;
  const span = (site: Site): Span => site.minutes;
  return nearest(facts.sites, fitting, span, "unreachable_minutes", number, "minutes");
};

// --- condition 2 ---

const condition2 = ({ facts }: Known, limit: Annex["condition_2"]): Answer => {
  const { cii, whole, main } = facts;
  const { whole_interruption_minutes: w, main_function_interruption_minutes: m } = limit;
  if (!cii.may || (whole.high < w && main.high < m)) return NOT_MET;
  const at = (bound: "low" | "high"): Shown[] => [
    ...(whole[bound] >= w ? [atLeast(whole, w, "minutes")] : []),
    ...(main[bound] >= m ? [atLeast(main, m, "minutes")] : []),
  ];
  const involved = oneOf(cii, [true]);
  const reached = at("low");
  if (reached.length > 0) {
    return {
      outcome: cii.sure ? "met" : "undecided",
      facts: [involved, ...reached],
      asks: [involved],
    };
  }
  const open = at("high");
  const shown = [involved, ...open];
  return { outcome: "undecided", facts: shown, asks: cii.sure ? open : shown };
};

// --- condition 3 ---

const condition3 = ({ facts, entries }: Known, limit: Annex["condition_3"]): Answer => {
  const { areas, unstated } = facts;
  const persons = quantity(facts.persons, limit.persons, "persons");
  if (persons.outcome === "met") return persons;
  const rung = rungOf("area_level", limit.area_level);
  const percent = limit.population_percent;
  type Area = Entries["areas"][number];
  const level = ({ index }: Area): Shown =>
    rungFrom(member(areas, index, "level", unstated.area_level), "area_level", rung);
  const share = ({ index }: Area): Shown =>
    atLeast(member(areas, index, "population_percent", unstated.quantity), percent, "percent");
  const one = anyEntry(
    areas,
    entries.areas,
    { at_least: percent, unit: "percent" },
    {
      possibly: (area) => area.percent.high >= percent && area.level.high >= rung,
      surely: (area) => area.percent.low >= percent && area.level.low >= rung,
      shown: (area) => [level(area), share(area)],
      asked: (area) => [
        ...(turnsOn(area.level, rung) ? [level(area)] : []),
        ...(turnsOn(area.percent, percent) ? [share(area)] : []),
      ],
    },
  );
  if (one.outcome === "met" || persons.outcome === "not_met") return one;
  if (one.outcome === "not_met") return persons;
  return {
    outcome: "undecided",
    facts: [...persons.facts, ...one.facts],
    asks: [...persons.asks, ...one.asks],
  };
};

export const nearestArea = ({ facts, entries }: Known, limit: Annex["condition_3"]): Shown[] => {
  const rung = rungOf("area_level", limit.area_level);
  const fitting = entries.areas.filter((area) => area.level.high >= rung);
  const number = limit.population_percent;
  return nearest(
    facts.areas,
    fitting,
    (area) => area.percent,
    "population_percent",
    number,
    "percent",
  );
};

// --- condition 4 and circumstance 2, which read the same data ---

interface Needed {
  readonly categories: readonly string[];
  readonly effects: readonly string[];
  readonly rung: number;
  /** The least scale of personal information; none is enough where the criterion does not name it. */
  readonly scale: number;
}

const neededOf = (limit: Annex["condition_4"], used: Used): Needed => ({
  categories: chosen(limit.categories, used),
  effects: limit.effects,
  rung: rungOf("severity", limit.threat),
  scale:
    limit.personal_information_scale === undefined
      ? Infinity
      : rungOf("scale", limit.personal_information_scale),
});

const listed = (category: string, scale: number, needed: Needed): boolean =>
  needed.categories.includes(category) ||
  (category === "personal_information" && scale >= needed.scale);

const hit = (item: Item, needed: Needed): boolean =>
  item.effects.some((effect) => needed.effects.includes(effect));

const metBeside = (item: Item, needed: Needed, beside: Needed, category: string): boolean =>
  listed(category, item.scale.low, beside) &&
  Math.max(item.threat.low, needed.rung) >= beside.rung &&
  hit(item, beside);

const dataCriterion = (
  { facts, entries, used }: Known,
  limit: Annex["condition_4"],
  besideLimit: Annex["condition_4"],
): Answer => {
  const { data, unstated } = facts;
  const categories = chosen(limit.categories, used);
  const named =
    limit.personal_information_scale === undefined
      ? categories
      : [...categories, "personal_information"];
  const oneMore = { one_of: named };
  if (entries.data.length === 0) return unlisted(data, oneMore);
  const needed = neededOf(limit, used);
  const beside = neededOf(besideLimit, used);
  const decides = (item: Item, some: readonly string[]): boolean =>
    some.some((category) => !metBeside(item, needed, beside, category));
  const category = ({ index }: Item): Shown =>
    oneOf(member(data, index, "category", "unknown"), named);
  const effects = ({ index }: Item): Shown =>
    oneOf(member(data, index, "effects", "unknown"), needed.effects);
  const threat = ({ index }: Item): Shown =>
    rungFrom(member(data, index, "threat", unstated.severity), "severity", needed.rung);
  const scale = (item: Item): Shown[] =>
    item.categories.includes("personal_information") && wordsFrom("scale", needed.scale)
      ? [rungFrom(member(data, item.index, "scale", unstated.scale), "scale", needed.scale)]
      : [];
  return anyEntry(data, entries.data, oneMore, {
    possibly: (item) =>
      item.threat.high >= needed.rung &&
      (item.open || hit(item, needed)) &&
      item.categories.some((one) => listed(one, item.scale.high, needed)),
    surely: (item) =>
      item.threat.low >= needed.rung &&
      hit(item, needed) &&
      item.categories.every((one) => listed(one, item.scale.low, needed)),
    shown: (item) => [category(item), ...scale(item), effects(item), threat(item)],
    asked: (item) => {
      const others = item.categories.filter((one) => !listed(one, item.scale.low, needed));
      const possible = item.categories.filter((one) => listed(one, item.scale.high, needed));
      return [
        ...(item.categories.length > 1 && decides(item, others) ? [category(item)] : []),
        ...(turnsOn(item.scale, needed.scale) ? scale(item) : []),
        ...(!hit(item, needed) && decides(item, possible) ? [effects(item)] : []),
        ...(turnsOn(item.threat, needed.rung) ? [threat(item)] : []),
      ];
    },
  });
};

const surelyMetAs = (item: Item, category: string, needed: Needed): boolean =>
  listed(category, item.scale.low, needed) && item.threat.low >= needed.rung && hit(item, needed);

/** The grades above the floor that entries of unknown category reach, by whichever criterion the category has. */
export const whicheverCategory = (
  { entries, facts, used }: Known,
  grades: readonly (readonly [rank: number, annex: Annex])[],
  floor: number,
): (readonly [prefix: string, rank: number])[] =>
  entries.data.flatMap((item) => {
    if (item.categories.length < 2) return [];
    const reached = item.categories.map((category) =>
      Math.max(
        0,
        ...grades.flatMap(([rank, annex]) =>
          [annex.condition_4, annex.circumstance_2].some((limit) =>
            surelyMetAs(item, category, neededOf(limit, used)),
          )
            ? [rank]
            : [],
        ),
      ),
    );
    const least = Math.min(...reached);
    return least > floor ? [[`${facts.data.base}/${String(item.index)}/`, least] as const] : [];
  });

// --- condition 6 ---

const SIGNS = [
  ["homepage_minutes", "minutes"],
  ["other_page_minutes", "minutes"],
  ["reposts", "reposts"],
  ["views", "views"],
  ["determined_spread", null],
] as const;

type Sign = (typeof SIGNS)[number];

const condition6 = ({ facts, entries, used }: Known, limit: Annex["condition_6"]): Answer => {
  const { tampering, unstated } = facts;
  const oneMore = { at_least: limit.views, unit: "views" };
  if (entries.targets.length === 0) return unlisted(tampering, oneMore);
  const lowest = lowestOf(limit.targets, used);
  const number = ([name]: Sign): number =>
    name === "determined_spread" ? rungOf(name, limit.determined_spread) : limit[name];
  const some = (target: Target, bound: "low" | "high"): boolean =>
    SIGNS.some((sign) => target[sign[0]][bound] >= number(sign));
  const fact = ({ index }: Target, sign: Sign): Shown => {
    const [name, unit] = sign;
    if (unit !== null) {
      return atLeast(member(tampering, index, name, unstated.quantity), number(sign), unit);
    }
    return rungFrom(member(tampering, index, name, unstated[name]), name, number(sign));
  };
  return anyEntry(tampering, entries.targets, oneMore, {
    possibly: (target) => some(target, "high") && possiblyListed(target, lowest),
    surely: (target) => some(target, "low") && surelyListed(target, lowest),
    shown: (target) => {
      const bound = some(target, "low") ? "low" : "high";
      const signs = SIGNS.filter((sign) => target[sign[0]][bound] >= number(sign));
      return [
        ...classFacts(tampering, target, lowest, unstated, false),
        ...signs.map((sign) => fact(target, sign)),
      ];
    },
    asked: (target) => {
      const signs = some(target, "low")
        ? []
        : SIGNS.filter((sign) => turnsOn(target[sign[0]], number(sign)));
      return [
        ...classFacts(tampering, target, lowest, unstated, true),
        ...signs.map((sign) => fact(target, sign)),
      ];
    },
  });
};

export const nearestTargets = (
  { facts, entries, used }: Known,
  limit: Annex["condition_6"],
): Shown[] => {
  if (entries.targets.length === 0) return [];
  const lowest = lowestOf(limit.targets, used);
  const fitting = entries.targets.filter((target) => possiblyListed(target, lowest));
  return SIGNS.flatMap(([name, unit]) =>
    unit === null
      ? []
      : nearest(facts.tampering, fitting, (target) => target[name], name, limit[name], unit),
  );
};

/** The answers of the eleven criteria of one grade, in the order of their ids. */
export const judge = (known: Known, annex: Annex): Answer[] => {
  const { facts } = known;
  return [
    severity(facts.systemLoss, annex.circumstance_1.system_loss),
    dataCriterion(known, annex.circumstance_2, annex.condition_4),
    severity(facts.other, annex.circumstance_3.severity),
    condition1(known, annex.condition_1),
    condition2(known, annex.condition_2),
    condition3(known, annex.condition_3),
    dataCriterion(known, annex.condition_4, annex.circumstance_2),
    quantity(facts.leaked, annex.condition_5.persons, "persons"),
    condition6(known, annex.condition_6),
    quantity(facts.loss, annex.condition_7.yuan, "yuan"),
    severity(facts.other, annex.condition_8.severity),
  ];
};
