/** Which unknown or bounded facts can still move the grade, reportability or the duties. */
import { rankOf } from "./annex/mask.js";
import { pathOf, type Component } from "./components.js";
import { gradeName, type Grading } from "./grading.js";
import type { Readings } from "./readings.js";
import { routesOf, SETTING_PATHS, type Scoping, type Settings } from "./scope.js";
import type { OracleQuestion } from "./types.js";

export function questionsOf(
  grading: Grading,
  settings: Settings,
  scoping: Scoping,
  readings: Readings,
): OracleQuestion[] {
  const asked = new Map<string, string[]>();
  gradeQuestions(grading, asked);
  for (const path of dutyQuestions(grading, settings, scoping, readings)) {
    if (!asked.has(path)) asked.set(path, []);
  }
  return [...asked.entries()]
    .map(([path, criteria]) => ({ path, criteria }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A fact moves the grade where it leads its part above what all other parts reach anyway. */
function gradeQuestions({ parts, floor }: Grading, asked: Map<string, string[]>): void {
  const minima = parts.map((part) => part.minRank).sort((a, b) => b - a);
  const [first = 0, second = 0] = minima;
  for (const { component, space, minRank } of parts) {
    const others = minRank === first ? second : first;
    for (const [name, pairs] of space.pairs) {
      const moves = pairs.some((pair) => {
        const a = rankOf(pair >> 6);
        const b = rankOf(pair & 63);
        return a !== b && Math.max(a, b) > others;
      });
      if (moves)
        asked.set(pathOf(component.prefix, name), moved(component, pairs, Math.max(floor, others)));
    }
  }
}

/** The criteria above what is reached anyway at grades that these pairs of completions tell apart. */
function moved(component: Component, pairs: readonly number[], reached: number): string[] {
  const differing = pairs.reduce((bits, pair) => bits | telling(pair >> 6, pair & 63), 0);
  const ids = component.criteria.flatMap((name, place) =>
    [1, 2, 3]
      .filter((rank) => rank > reached && ((differing >> (place * 3)) & (1 << (rank - 1))) !== 0)
      .map((rank) => `annex.${gradeName(rank)}.${name}`),
  );
  return ids.sort();
}

function dutyQuestions(
  { parts, ceiling }: Grading,
  settings: Settings,
  scoping: Scoping,
  readings: Readings,
): string[] {
  const paths = [...scoping.deciding];
  if (!scoping.canBeIn) return paths;
  for (const name of ["suspected_crime", "sector_rules"] as const) {
    if (settings[name].values.length > 1) paths.push(SETTING_PATHS[name]);
  }
  /** Whether some completion with this CII involvement must be reported. */
  const reportable = (cii: boolean): boolean =>
    readings.general_grade_reportable === "yes" ||
    parts.some(
      ({ component, maxRank }) => maxRank > 0 && (cii || component.prefix !== "/impact/cii"),
    );
  if (settings.cii.values.length > 1) {
    // Every kind of operator has another route with CII than without.
    if (ceiling > 0 || reportable(false)) paths.push(SETTING_PATHS.cii);
  }
  const kinds = settings.kind.values;
  const kindMatters = settings.cii.values.some((cii) => {
    const routes = new Set(kinds.map((kind) => routesOf(kind, cii, readings).join()));
    return routes.size > 1 && reportable(cii);
  });
  if (kindMatters) paths.push(SETTING_PATHS.kind);
  return paths;
}

/** The criteria that differ at grades which only one of two completions reaches. */
function telling(a: number, b: number): number {
  const reached = (bits: number): number => (bits | (bits >> 3)) & 7;
  const grades = reached(a) ^ reached(b);
  return (a ^ b) & (grades | (grades << 3));
}
