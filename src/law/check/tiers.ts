import { below, entriesOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

// A share may stay the same, or fall, where the level of the area that it is taken of rises
// (condition 3: half of a province is more than half of a prefecture).
const QUALIFIED_BY: Readonly<Record<string, string>> = { population_percent: "area_level" };

// Words that have an order, and the group of terms that lists them lowest first.
const ORDERED: Readonly<Record<string, string>> = {
  system_loss: "severity",
  severity: "severity",
  threat: "threat",
  personal_information_scale: "scale",
  determined_spread: "determined_spread",
};

// Whom a grade is about. The text may ask for the same class in two grades, never for a lower one.
const CLASSES: Readonly<Record<string, string>> = {
  area_level: "level",
  government_portal: "level",
  enterprise_portal: "level",
  key_news_site: "level",
  platform: "platform_size",
};

/** A member of a grade's rule with the same of the next lower grade. */
interface Step {
  readonly grade: string;
  readonly lower: string;
  readonly keys: readonly string[];
  readonly value: unknown;
  readonly before: unknown;
}

/**
 * Numbers and graded words of the annex that do not rise strictly from grade to grade, and classes of
 * sites, platforms and areas that fall.
 */
export const tierProblems = ({ parts }: VersionParts): LawProblem[] => {
  const annex = parts.get("annex");
  const order = below(parts.get("version")?.value, "grades");
  if (!annex || !Array.isArray(order)) return [];
  const terms = parts.get("terms")?.value;
  const rising = (field: string, value: unknown): number | null =>
    typeof value === "number" ? value : rank(terms, ORDERED[field], value);
  const problem = (
    { grade, lower, keys, value, before }: Step,
    code: "tier_not_rising" | "class_falling",
  ): LawProblem => {
    const field = keys.slice(1).join(" ");
    const params = { field, grade, value: String(value), lower, before: String(before) };
    return problemAt(annex, [grade, ...keys], code, params);
  };
  return steps(annex.value, order as string[]).flatMap((step) => {
    const { grade, lower, keys, value, before } = step;
    const [item = "", field = "", kind] = keys;
    const by = QUALIFIED_BY[field];
    if (kind === undefined && by !== undefined) {
      const levels = [lower, grade].map((one) =>
        rank(terms, CLASSES[by], below(annex.value, one, item, by)),
      );
      if (isLess(levels[0], levels[1])) return [];
    }
    const tiers = kind === undefined ? [rising(field, before), rising(field, value)] : [];
    if (tiers[0] !== undefined && !isLess(tiers[0], tiers[1]) && !tiers.includes(null)) {
      return [problem(step, "tier_not_rising")];
    }
    const classes = [before, value].map((one) => rank(terms, CLASSES[kind ?? field], one));
    return isLess(classes[1], classes[0]) ? [problem(step, "class_falling")] : [];
  });
};

const isLess = (one: number | null | undefined, other: number | null | undefined): boolean =>
  typeof one === "number" && typeof other === "number" && one < other;

// Down to the kinds of sites, and to the options where a reading decides.
const steps = (annex: unknown, order: readonly string[]): Step[] => {
  const grades = order.filter((grade) => below(annex, grade) !== undefined);
  return grades.flatMap((grade, at) => {
    const lower = grades[at - 1];
    if (lower === undefined) return [];
    const walk = (keys: readonly string[], value: unknown): Step[] => [
      { grade, lower, keys, value, before: below(annex, lower, ...keys) },
      ...entriesOf(value).flatMap(([key, member]) => walk([...keys, key], member)),
    ];
    return entriesOf(below(annex, grade)).flatMap(([item, rule]) =>
      entriesOf(rule).flatMap(([field, value]) => walk([item, field], value)),
    );
  });
};

/** How high a word stands in its group of terms; null for what has no order. */
const rank = (terms: unknown, group: string | undefined, value: unknown): number | null => {
  if (group === undefined || typeof value !== "string") return null;
  const at = entriesOf(below(terms, group)).findIndex(([word]) => word === value);
  return at < 0 ? null : at;
};
