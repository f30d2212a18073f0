import { below, entriesOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

// A share may stay the same where the level of the area that it is taken of rises (condition 3).
const QUALIFIED_BY: Readonly<Record<string, string>> = { population_percent: "area_level" };

// Words that have an order, and the group of terms that lists them lowest first.
const ORDERED: Readonly<Record<string, string>> = {
  system_loss: "severity",
  severity: "severity",
  threat: "threat",
  personal_information_scale: "scale",
  determined_spread: "determined_spread",
};

/** Numbers and graded words of the annex that do not rise strictly from grade to grade. */
export const tierProblems = ({ parts }: VersionParts): LawProblem[] => {
  const annex = parts.get("annex");
  const order = below(parts.get("version")?.value, "grades");
  if (!annex || !Array.isArray(order)) return [];
  const rank = rankOf(parts);
  const grades = (order as string[]).filter((grade) => below(annex.value, grade) !== undefined);
  return grades.flatMap((grade, at) => {
    const lower = grades[at - 1];
    if (lower === undefined) return [];
    return entriesOf(below(annex.value, grade)).flatMap(([item, rule]) =>
      entriesOf(rule).flatMap(([field, value]) => {
        const before = below(annex.value, lower, item, field);
        const [from, to] = [rank(field, before), rank(field, value)];
        if (from === null || to === null || from < to) return [];
        const by = QUALIFIED_BY[field];
        const otherwise =
          by !== undefined && below(annex.value, lower, item, by) !== below(rule, by);
        if (from === to && otherwise) return [];
        const params = { field, grade, value: String(value), lower, before: String(before) };
        return [problemAt(annex, [grade, item, field], "tier_not_rising", params)];
      }),
    );
  });
};

/** How high a value stands, whatever its kind; null for what has no order. */
const rankOf = (
  parts: VersionParts["parts"],
): ((field: string, value: unknown) => number | null) => {
  const terms = parts.get("terms")?.value;
  return (field, value) => {
    if (typeof value === "number") return value;
    const group = ORDERED[field];
    if (group === undefined || typeof value !== "string") return null;
    const at = entriesOf(below(terms, group)).findIndex(([word]) => word === value);
    return at < 0 ? null : at;
  };
};
