// Which unknown facts can still move the grade or a duty, the most decisive first.
import type { whicheverCategory } from "./annex.js";
import type { Judged, Scope } from "./decide.js";
import type { Reportable, worldsOf } from "./duties.js";
import type { Facts } from "./facts.js";
import type { Rules } from "./law.js";

interface Asked {
  readonly rank: number;
  readonly id: string;
  readonly needs: object;
}

interface Given {
  readonly facts: Facts;
  readonly judged: readonly Judged[];
  readonly floor: number;
  readonly whichever: ReturnType<typeof whicheverCategory>;
  readonly reportable: Reportable;
  /** The rank of the lowest grade that is reported. */
  readonly from: number;
  readonly scope: Scope;
  readonly routes: ReturnType<typeof worldsOf>;
  readonly rules: Rules;
}

export const questionsOf = (given: Given): object[] => {
  const asked = askedOf(given);
  const onDuty = dutyFacts(given);
  const { grades } = given.rules;
  const ordered: { key: readonly number[]; path: string; question: object }[] = [];
  for (const [path, asks] of asked) {
    // Of one grade the ids come in order already; the lowest grade's need is what decides first.
    let [lowest] = asks;
    if (lowest === undefined) continue;
    let highest = lowest.rank;
    for (const ask of asks) {
      if (ask.rank < lowest.rank) lowest = ask;
      highest = Math.max(highest, ask.rank);
    }
    const question = {
      path,
      criteria: asks.map(({ id }) => id).sort(),
      decides: lowest.needs,
      raises_to: grades[lowest.rank],
    };
    ordered.push({ key: [-highest, onDuty.has(path) ? 0 : 1, -asks.length], path, question });
  }
  for (const [path, [order, decides]] of onDuty) {
    if (asked.has(path)) continue;
    const question = { path, criteria: [], decides, raises_to: null };
    ordered.push({ key: [0, 0, order], path, question });
  }
  return ordered
    .sort((one, other) => {
      for (const [place, number] of one.key.entries()) {
        const difference = number - (other.key[place] ?? 0);
        if (difference !== 0) return difference;
      }
      return one.path < other.path ? -1 : 1;
    })
    .map(({ question }) => question);
};

const askedOf = ({ judged, floor, whichever }: Given): Map<string, Asked[]> => {
  const asked = new Map<string, Asked[]>();
  for (const { rank, criteria, answers } of judged) {
    if (rank <= floor) continue;
    for (const [place, { outcome, asks }] of answers.entries()) {
      if (outcome !== "undecided") continue;
      const id = criteria[place]?.id ?? "";
      for (const { path, needs } of asks) {
        const anyway = whichever.some(
          ([prefix, reached]) => rank <= reached && !path.startsWith(prefix),
        );
        if (anyway) continue;
        const before = asked.get(path);
        if (before) before.push({ rank, id, needs });
        else asked.set(path, [{ rank, id, needs }]);
      }
    }
  }
  return asked;
};

const reportableWithoutCii = ({ judged, from }: Given): boolean =>
  from === 0 ||
  judged.some(
    ({ rank, criteria, answers }) =>
      rank >= from &&
      answers.some(
        ({ outcome }, place) =>
          outcome !== "not_met" && criteria[place]?.id.endsWith(".condition.2") !== true,
      ),
  );

const dutyFacts = (given: Given): Map<string, [number, object]> => {
  const { facts, scope, reportable, routes } = given;
  const moved = new Map<string, [number, object]>();
  const yes = { one_of: [true] };
  if (scope.applies) {
    if (reportable !== "no" && routes.turnsOnCii) moved.set(facts.cii.path, [1, yes]);
    if (reportable !== "no" && routes.turnsOnKind(reportableWithoutCii(given))) {
      moved.set("/operator/kind", [1, { one_of: [...routes.organs].sort() }]);
    }
    for (const { path, may, sure } of [facts.crime, facts.sectorRules]) {
      if (may && !sure) moved.set(path, [2, yes]);
    }
  }
  for (const { path } of scope.undecided) moved.set(path, [3, yes]);
  return moved;
};
