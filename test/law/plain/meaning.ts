/**
 * The plain meaning of the annex's data for facts that are known: a criterion is met if and only if
 * every number that it asks for is reached (以上 includes the number itself) and every word is one of
 * those listed or stands at least as high. Written from the data's shape alone, without the policy.
 */
import { at, isData, type Data } from "../../../src/law/boundaries/law.js";

type Bound = "low" | "high";

interface Reader {
  readonly quantity: (value: unknown) => number;
  readonly reaches: (ladder: string, word: unknown, least: unknown) => boolean;
  readonly chosen: (value: unknown) => unknown;
}

/** The ids of the criteria that are met, with every bounded quantity at its low or its high end. */
export const metCriteria = (
  data: Data,
  version: string,
  request: unknown,
  bound: Bound,
): string[] => {
  const law = at(data, "law", version);
  const reader: Reader = {
    quantity: (value) => ends(value)[bound],
    reaches: (ladder, word, least) =>
      rung(data, ladder, word ?? lowest(data, ladder)) >= rung(data, ladder, least),
    chosen: (value) => {
      const by = at(value, "by_reading");
      if (typeof by !== "string") return value;
      return at(value, String(at(request, "readings", by) ?? at(law, "readings", by, "in_force")));
    },
  };
  const impact = at(request, "incident", "impact");
  const judged = at(request, "incident", "judgements");
  return Object.entries(at(law, "annex") as Record<string, Record<string, Data>>).flatMap(
    ([grade, items]) =>
      Object.entries(items).flatMap(([item, limit]) =>
        MEANINGS[item]?.(limit, impact, judged, reader) === true
          ? [`annex.${grade}.${item.replace("_", ".")}`]
          : [],
      ),
  );
};

/** True where a request states a word as unknown, or leaves a list open. */
export const hasUnknownWords = (value: unknown): boolean => {
  if (value === "unknown") return true;
  if (Array.isArray(value)) return value.some(hasUnknownWords);
  if (!isData(value)) return false;
  return Array.isArray(value.at_least) || Object.values(value).some(hasUnknownWords);
};

type Meaning = (limit: Data, impact: unknown, judged: unknown, reader: Reader) => boolean;

const MEANINGS: Readonly<Record<string, Meaning>> = {
  circumstance_1: (limit, _, judged, { reaches }) =>
    reaches("severity", at(judged, "system_loss", "severity"), limit.system_loss),
  circumstance_2: (limit, impact, _, reader) =>
    list(impact, "data").some(
      (hit) =>
        (among(reader.chosen(limit.categories), hit.category) ||
          (hit.category === "personal_information" &&
            reader.reaches("scale", hit.scale, limit.personal_information_scale))) &&
        happened(limit, hit, reader),
    ),
  circumstance_3: (limit, _, judged, { reaches }) =>
    reaches("severity", at(judged, "other", "severity"), limit.severity),
  condition_1: (limit, impact, _, reader) =>
    list(impact, "sites").some(
      (site) =>
        inClass(limit.sites, site, reader) &&
        among(limit.causes, site.cause) &&
        reader.quantity(site.unreachable_minutes) >= Number(limit.unreachable_minutes),
    ),
  condition_2: (limit, impact, _, { quantity }) =>
    at(impact, "cii", "involved") === true &&
    ["whole_interruption_minutes", "main_function_interruption_minutes"].some(
      (key) => quantity(at(impact, "cii", key)) >= Number(limit[key]),
    ),
  condition_3: (limit, impact, _, { quantity, reaches }) =>
    quantity(at(impact, "livelihood", "persons")) >= Number(limit.persons) ||
    list(at(impact, "livelihood"), "areas").some(
      (area) =>
        reaches("area_level", area.level, limit.area_level) &&
        quantity(area.population_percent) >= Number(limit.population_percent),
    ),
  condition_4: (limit, impact, _, reader) =>
    list(impact, "data").some(
      (hit) => among(reader.chosen(limit.categories), hit.category) && happened(limit, hit, reader),
    ),
  condition_5: (limit, impact, _, { quantity }) =>
    quantity(at(impact, "personal_information", "persons_leaked")) >= Number(limit.persons),
  condition_6: (limit, impact, _, reader) =>
    list(impact, "tampering").some(
      (target) =>
        inClass(limit.targets, target, reader) &&
        (["homepage_minutes", "other_page_minutes", "reposts", "views"].some(
          (sign) => reader.quantity(target[sign]) >= Number(limit[sign]),
        ) ||
          reader.reaches("determined_spread", target.determined_spread, limit.determined_spread)),
    ),
  condition_7: (limit, impact, _, { quantity }) =>
    quantity(at(impact, "direct_economic_loss_yuan")) >= Number(limit.yuan),
  condition_8: (limit, _, judged, { reaches }) =>
    reaches("severity", at(judged, "other", "severity"), limit.severity),
};

const happened = (limit: Data, hit: Data, { reaches }: Reader): boolean =>
  list(hit, "effects", true).some((effect) => among(limit.effects, effect)) &&
  reaches("severity", hit.threat, limit.threat);

const inClass = (listed: unknown, entry: Data, { chosen, reaches }: Reader): boolean => {
  const least = at(listed, String(entry.kind));
  if (least === undefined) return false;
  const ladder = entry.kind === "platform" ? "platform_size" : "level";
  return reaches(ladder, entry[ladder], chosen(least));
};

const list = (value: unknown, key: string, words = false): Data[] => {
  const found = at(value, key);
  return (Array.isArray(found) ? (found as Data[]) : []).filter((one) => words || isData(one));
};

const among = (listed: unknown, word: unknown): boolean =>
  Array.isArray(listed) && listed.includes(word);

const rung = (data: Data, ladder: string, word: unknown): number =>
  Number(at(data, "tables", "choices", "ladders", ladder, String(word), "low"));

const lowest = (data: Data, ladder: string): string =>
  Object.keys(at(data, "tables", "choices", "ladders", ladder) as object)[0] ?? "";

const ends = (value: unknown): Record<Bound, number> => {
  if (typeof value === "number") return { low: value, high: value };
  if (value === "unknown") return { low: 0, high: Infinity };
  const [low, high] = [at(value, "at_least"), at(value, "at_most")];
  const stated = isData(value);
  return {
    low: typeof low === "number" ? low : 0,
    high: typeof high === "number" ? high : stated ? Infinity : 0,
  };
};
