/**
 * Questions by going through every completion of every unknown and bounded fact at once: slow, and
 * free of the argument that parts without common facts may be treated one by one.
 */
import { rankOf } from "./annex/mask.js";
import { versionDate } from "./clock.js";
import { componentsOf, pathOf, type Component } from "./components.js";
import { gradeName } from "./grading.js";
import { readingsOf, type Readings } from "./readings.js";
import { routesOf, scopeOf, settingsOf, SETTING_PATHS, type Setting } from "./scope.js";
import { apply, type Node } from "./space.js";
import type { OracleQuestion, OracleVersion } from "./types.js";
import { VERSIONS, versionAt } from "./versions.js";

const GREATEST_PRODUCT = 200_000;

/** The value of every fact, by path. */
type Known = Map<string, unknown>;

interface Variable {
  path: string;
  values: readonly unknown[];
}

function variablesOf(component: Component, node: Node): Variable[] {
  if (node.op !== "leaf") {
    return [...variablesOf(component, node.left), ...variablesOf(component, node.right)];
  }
  return node.facts.map(({ name, values }) => ({ path: pathOf(component.prefix, name), values }));
}

function maskOf(component: Component, node: Node, known: Known): number {
  if (node.op !== "leaf") {
    return apply(
      node.op,
      maskOf(component, node.left, known),
      maskOf(component, node.right, known),
    );
  }
  return node.meets(node.facts.map(({ name }) => known.get(pathOf(component.prefix, name))));
}

/** The ids of the duties that bind on fully known facts. */
function dutyIds(setting: Setting, rank: number, readings: Readings): string[] {
  if (scopeOf(setting, readings) !== "in") return [];
  const ids = ["operator.vendor_contracts"];
  if (setting.sector_rules) ids.push("operator.report.sector");
  if (setting.suspected_crime) ids.push("operator.report.crime");
  if (rank === 0 && readings.general_grade_reportable === "no") return ids;
  ids.push("public.voluntary_report", "operator.supplement", "operator.summary");
  for (const route of routesOf(setting.kind, setting.cii, readings)) {
    ids.push(`operator.first_report.${route}`);
    if (rank >= 2) ids.push(`authority.relay.${route}`);
  }
  return ids;
}

function settingAt(known: Known): Setting {
  const entries = Object.entries(SETTING_PATHS).map(([name, path]) => [name, known.get(path)]);
  return Object.fromEntries(entries) as Setting;
}

interface Result {
  /** Grade, reportability (which follows from both) and duties, in one text. */
  output: string;
  rank: number;
  /** The criteria met, and the same as one text. */
  met: ReadonlySet<string>;
  ids: string;
}

function resultAt(known: Known, components: readonly Component[], readings: Readings): Result {
  const met = new Set<string>();
  let rank = 0;
  for (const component of components) {
    const bits = maskOf(component, component.node, known);
    if (bits === 0) continue;
    rank = Math.max(rank, rankOf(bits));
    component.criteria.forEach((name, place) => {
      for (const grade of [1, 2, 3]) {
        if (((bits >> (place * 3)) & (1 << (grade - 1))) !== 0) {
          met.add(`annex.${gradeName(grade)}.${name}`);
        }
      }
    });
  }
  const duties = dutyIds(settingAt(known), rank, readings);
  return { output: `${String(rank)} ${duties.join()}`, rank, met, ids: [...met].join() };
}

interface Completions {
  /** The facts with more than one possible value; the first one changes fastest in `results`. */
  open: Variable[];
  results: Result[];
}

/** Throws a RangeError where there are more than 200,000 completions to go through. */
function completionsOf(request: unknown, readings: Readings): Completions {
  const components = componentsOf(request, readings);
  const settings = settingsOf(request);
  const byPath = new Map<string, readonly unknown[]>();
  for (const component of components) {
    for (const { path, values } of variablesOf(component, component.node)) byPath.set(path, values);
  }
  for (const name of Object.keys(SETTING_PATHS) as (keyof Setting)[]) {
    byPath.set(SETTING_PATHS[name], settings[name].values);
  }
  const known: Known = new Map();
  const open: Variable[] = [];
  for (const [path, values] of byPath) {
    known.set(path, values[0]);
    if (values.length > 1) open.push({ path, values });
  }
  const count = open.reduce((product, variable) => product * variable.values.length, 1);
  if (count > GREATEST_PRODUCT) {
    throw new RangeError(`${String(count)} completions are too many to go through`);
  }
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) {
    let rest = index;
    for (const { path, values } of open) {
      known.set(path, values[rest % values.length]);
      rest = Math.floor(rest / values.length);
    }
    results.push(resultAt(known, components, readings));
  }
  return { open, results };
}

/** The questions of `decide`, for requests with few open facts; otherwise a RangeError. */
export function questionsByBruteForce(
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): OracleQuestion[] {
  const readings = readingsOf(request);
  if (versionAt(versionDate(request, readings), versions) === null) return [];
  const { open, results } = completionsOf(request, readings);
  return differing(open, results).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The criteria that every completion meets, and those that only some do; else a RangeError. */
export function outcomesByBruteForce(request: unknown): { met: string[]; undecided: string[] } {
  const { results } = completionsOf(request, readingsOf(request));
  const counts = new Map<string, number>();
  for (const { met } of results) for (const id of met) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts.keys()].sort();
  return {
    met: ids.filter((id) => counts.get(id) === results.length),
    undecided: ids.filter((id) => counts.get(id) !== results.length),
  };
}

/** The facts that some two completions, differing in that fact alone, tell apart. */
function differing(open: readonly Variable[], results: readonly Result[]): OracleQuestion[] {
  const floor = results.reduce((lowest, { rank }) => Math.min(lowest, rank), 3);
  const questions: OracleQuestion[] = [];
  let stride = 1;
  for (const { path, values } of open) {
    let moves = 0;
    const criteria = new Set<string>();
    for (const [index, one] of results.entries()) {
      const digit = Math.floor(index / stride) % values.length;
      for (let step = 1; digit + step < values.length; step += 1) {
        const next = results[index + step * stride];
        if (next === undefined) continue;
        if (one.output !== next.output) moves += 1;
        if (one.ids === next.ids) continue;
        for (const id of telling(one.met, next.met)) criteria.add(id);
      }
    }
    const above = [1, 2, 3].filter((rank) => rank > floor).map((rank) => `.${gradeName(rank)}.`);
    const kept = [...criteria].filter((id) => above.some((grade) => id.includes(grade))).sort();
    if (moves > 0) questions.push({ path, criteria: kept });
    stride *= values.length;
  }
  return questions;
}

/** The criteria met in one completion only, at grades that the other does not reach at all. */
function telling(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  const gradeOf = (id: string): string => id.split(".")[1] ?? "";
  const lacking = (from: ReadonlySet<string>, to: ReadonlySet<string>): string[] => {
    const reached = new Set([...to].map(gradeOf));
    return [...from].filter((id) => !reached.has(gradeOf(id)));
  };
  return [...lacking(one, other), ...lacking(other, one)];
}
