import { createPolicy, type Policy } from "../../src/evaluator/policy.js";
import { checkLawData, type LawFileCheck } from "../../src/law/check.js";
import { parseLawFile, type LawFile } from "../../src/law/read.js";
import { type Case, firstToNotice } from "./cases.js";
import { applied, type DataMutant } from "./data.js";
import type { Verdict } from "./mutant.js";

interface Bench {
  readonly module: WebAssembly.Module;
  readonly data: object;
  readonly files: readonly LawFile[];
  readonly cases: readonly Case[];
  readonly check: LawFileCheck;
}

/** Tries mutants of the data, one at a time, until the time is up. */
export const runData = async (
  bench: Bench,
  mutants: readonly DataMutant[],
  until: number,
): Promise<Verdict[]> => {
  const verdicts: Verdict[] = [];
  const recent: Case[] = [];
  for (const mutant of mutants.filter(({ prose }) => !prose)) {
    if (Date.now() > until) break;
    const near = [...mutant.file.at, ...mutant.keys].join("/");
    const likely = bench.cases.filter(({ turnsOn }) => turnsOn !== "" && related(turnsOn, near));
    const policy = await policyOf(bench, [mutant]);
    const found =
      policy === null
        ? { noticed: "case" as const, by: "no decision at all", one: undefined }
        : firstToNotice(policy, bench.cases, [...likely.slice(0, 60), ...recent.slice(0, 60)]);
    if (found?.one)
      recent.splice(0, 0, ...recent.splice(recent.indexOf(found.one) >>> 0, 1), found.one);
    verdicts.push(found ? verdict(mutant, found.noticed, found.by) : checked(bench, mutant));
  }
  return [
    ...verdicts,
    ...(await runProse(
      bench,
      mutants.filter(({ prose }) => prose),
    )),
  ];
};

// Words for people: all at once, and by halves where a decision does hold some of them.
const runProse = async (bench: Bench, mutants: readonly DataMutant[]): Promise<Verdict[]> => {
  if (mutants.length === 0) return [];
  const policy = await policyOf(bench, mutants);
  const found = policy && firstToNotice(policy, bench.cases, []);
  if (policy && !found) return mutants.map((mutant) => checked(bench, mutant));
  const [first] = mutants;
  if (mutants.length === 1 && first)
    return [verdict(first, found?.noticed ?? "case", found?.by ?? "no decision")];
  const half = Math.ceil(mutants.length / 2);
  return [
    ...(await runProse(bench, mutants.slice(0, half))),
    ...(await runProse(bench, mutants.slice(half))),
  ];
};

const policyOf = async (
  { module, data }: Bench,
  mutants: readonly DataMutant[],
): Promise<Policy | null> => {
  const mutated = mutants.reduce<unknown>(
    (whole, { file, keys, to }) => applied(whole, [...file.at, ...keys], to),
    data,
  );
  try {
    return await createPolicy({ wasm: module, data: mutated as object });
  } catch {
    return null;
  }
};

// What no decision shows may still be refused before it is ever released.
const checked = ({ files, check }: Bench, mutant: DataMutant): Verdict => {
  const document = mutant.file.document.clone();
  if (mutant.to === undefined) document.deleteIn(mutant.keys);
  else document.setIn(mutant.keys, mutant.to);
  const changed = parseLawFile(mutant.file.path, String(document));
  const all = files.map((file) => (file === mutant.file ? changed : file));
  const [problem] = checkLawData(all, check);
  return problem ? verdict(mutant, "check", problem.reason) : verdict(mutant, null, "");
};

const related = (turnsOn: string, near: string): boolean => {
  const pattern = turnsOn.split("/");
  const path = near.split("/");
  const shared = pattern.slice(0, path.length);
  return shared.length > 2 && shared.every((part, at) => part === "*" || part === path[at]);
};

const verdict = (
  { place, says }: DataMutant,
  noticed: Verdict["noticed"],
  by: string,
): Verdict => ({
  place,
  says,
  noticed,
  by,
});
