/** The 33 criteria and the grade, from what the components' completions lead to. */
import { rankOf } from "./annex/mask.js";
import type { Component } from "./components.js";
import { spaceOf, type Space } from "./space.js";
import {
  GRADES,
  type Grade,
  type OracleCriterion,
  type OracleGrade,
  type Outcome,
} from "./types.js";

export interface Graded {
  component: Component;
  space: Space;
  minRank: number;
  maxRank: number;
}

export interface Grading {
  parts: Graded[];
  floor: number;
  ceiling: number;
  criteria: OracleCriterion[];
}

export function gradeName(rank: number): Grade {
  return GRADES[rank] ?? "general";
}

interface Named {
  id: string;
  grade: Grade;
  ground: "circumstance" | "condition";
  name: string;
  bit: number;
}

/** 3 circumstances and 8 conditions for each of the three upper grades, sorted by id. */
const CRITERIA: readonly Named[] = GRADES.slice(1)
  .flatMap((grade, place) =>
    [
      ...[1, 2, 3].map((n) => ({ ground: "circumstance" as const, n })),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ ground: "condition" as const, n })),
    ].map(({ ground, n }) => {
      const name = `${ground}.${String(n)}`;
      return { id: `annex.${grade}.${name}`, grade, ground, name, bit: 1 << place };
    }),
  )
  .sort((a, b) => (a.id < b.id ? -1 : 1));

export function gradingOf(components: readonly Component[]): Grading {
  const always = new Map<string, number>();
  const sometimes = new Map<string, number>();
  const parts = components.map((component): Graded => {
    const space = spaceOf(component.node);
    const every = space.all.reduce((a, b) => a & b, 63);
    const some = space.all.reduce((a, b) => a | b, 0);
    component.criteria.forEach((name, place) => {
      // A criterion asks for one such entry; entries share no facts, so none needs another's.
      const shift = place * 3;
      always.set(name, (always.get(name) ?? 0) | ((every >> shift) & 7));
      sometimes.set(name, (sometimes.get(name) ?? 0) | ((some >> shift) & 7));
    });
    const ranks = space.all.map(rankOf);
    return { component, space, minRank: Math.min(...ranks), maxRank: Math.max(...ranks) };
  });
  let floor = 0;
  let ceiling = 0;
  const criteria = CRITERIA.map(({ id, grade, ground, name, bit }): OracleCriterion => {
    let outcome: Outcome = "not_met";
    if (((sometimes.get(name) ?? 0) & bit) !== 0) {
      outcome = ((always.get(name) ?? 0) & bit) !== 0 ? "met" : "undecided";
    }
    const rank = GRADES.indexOf(grade);
    if (outcome === "met") floor = Math.max(floor, rank);
    if (outcome !== "not_met") ceiling = Math.max(ceiling, rank);
    return { id, grade, ground, outcome };
  });
  return { parts, floor, ceiling, criteria };
}

export function gradeOf({ floor, ceiling }: Grading): OracleGrade {
  return { floor: gradeName(floor), ceiling: gradeName(ceiling), settled: floor === ceiling };
}
