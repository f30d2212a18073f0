import { createPolicy, type Policy } from "../../src/evaluator/policy.js";
import { checkLaw, describeLawProblem } from "../../src/law/check/index.js";
import { schemaProblems } from "../../src/law/check/schema.js";
import type { LawFolder } from "../../src/law/folder.js";
import type { LawFile } from "../../src/law/read.js";
import { tableProblems, type Tables } from "../../test/tables/problems.js";
import { type Case, firstToNotice } from "./cases.js";
import { applied, type DataMutant } from "./data.js";
import type { Verdict } from "./mutant.js";

interface Bench {
  readonly module: WebAssembly.Module;
  readonly data: object;
  readonly law: LawFolder;
  readonly cases: readonly Case[];
}

/**
 * Tries mutants of the data until the time is up, and tells each verdict as it comes: by the schemas, by
 * the likely cases, and what is left by all. As those that nothing notices would each cost a run through
 * all cases, mutants of one kind are then tried together, and halved while something notices.
 */
export const runData = async (
  bench: Bench,
  mutants: readonly DataMutant[],
  { until, tell }: { until: number; tell: (verdict: Verdict) => void },
): Promise<void> => {
  const groups = new Map<string, DataMutant[]>();
  const recent: Case[] = [];
  const unread = await unreadFiles(bench, mutants);
  for (const mutant of mutants) {
    if (Date.now() > until) return;
    if (unread.has(mutant.file)) {
      tell(refusedByAll(bench, mutant) ?? verdict(mutant, null, ""));
      continue;
    }
    const near = [...mutant.file.at, ...mutant.keys].join("/");
    const likely = bench.cases.filter(({ turnsOn }) => turnsOn !== "" && related(turnsOn, near));
    const found =
      refusedBySchema(mutant) ??
      refusedAsTable(bench, mutant) ??
      (await tried(bench, [mutant], [...likely.slice(0, 60), ...recent], recent));
    if (found) {
      tell(found);
      continue;
    }
    const key = [mutant.file.path, mutant.kind].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), mutant]);
  }
  for (const group of groups.values()) {
    if (Date.now() > until) return;
    for (const one of await halved(bench, group, recent)) tell(one);
  }
};

// Files that no case misses when they are gone: words for people. Nobody can see a change in them.
const unreadFiles = async (
  bench: Bench,
  mutants: readonly DataMutant[],
): Promise<ReadonlySet<LawFile>> => {
  const unread = new Set<LawFile>();
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const data = applied(bench.data, file.at, {}) as object;
    const policy = await createPolicy({ wasm: bench.module, data }).catch(() => null);
    if (policy && !firstToNotice(policy, bench.cases, [])) unread.add(file);
  }
  return unread;
};

const halved = async (
  bench: Bench,
  mutants: readonly DataMutant[],
  recent: Case[],
): Promise<Verdict[]> => {
  const found = await tried(bench, mutants, bench.cases, recent);
  if (!found) {
    return mutants.map((mutant) => refusedByAll(bench, mutant) ?? verdict(mutant, null, ""));
  }
  if (mutants.length === 1) return [found];
  const half = Math.ceil(mutants.length / 2);
  return [
    ...(await halved(bench, mutants.slice(0, half), recent)),
    ...(await halved(bench, mutants.slice(half), recent)),
  ];
};

// Several mutants in one set of data; the verdict is the first one's.
const tried = async (
  bench: Bench,
  mutants: readonly DataMutant[],
  cases: readonly Case[],
  recent: Case[],
): Promise<Verdict | null> => {
  const [first] = mutants;
  if (!first) return null;
  const policy = await policyOf(bench, mutants);
  if (policy === null) return verdict(first, "case", "no decision at all");
  const found = firstToNotice(policy, cases, recent);
  if (!found) return null;
  const others = recent.filter((one) => one !== found.one).slice(0, 60);
  recent.splice(0, recent.length, found.one, ...others);
  return verdict(first, found.noticed, found.by);
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

// What the law's check refuses is never released. A case is the better witness, so all checks but
// the schema's are asked where no case has noticed.
const refusedBySchema = (mutant: DataMutant): Verdict | null =>
  refusal(mutant, schemaProblems(mutated(mutant)));

const refusedByAll = ({ law }: Bench, mutant: DataMutant): Verdict | null => {
  const files = law.files.map((file) => (file === mutant.file ? mutated(mutant) : file));
  return refusal(mutant, checkLaw({ ...law, files }));
};

// The tables have a check of their own (test/tables), which is quick.
const refusedAsTable = ({ data }: Bench, mutant: DataMutant): Verdict | null => {
  const { file, keys, to } = mutant;
  if (file.at[0] !== "tables") return null;
  const { tables } = applied(data, [...file.at, ...keys], to) as { tables: Tables };
  const [problem] = tableProblems(tables);
  return problem === undefined ? null : verdict(mutant, "check", problem);
};

const mutated = ({ file, keys, to }: DataMutant): LawFile => ({
  ...file,
  value: applied(file.value, keys, to),
});

const refusal = (mutant: DataMutant, [problem]: ReturnType<typeof checkLaw>): Verdict | null =>
  problem ? verdict(mutant, "check", describeLawProblem(problem, "en")) : null;

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
