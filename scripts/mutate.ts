// Changes the law's data and the rules one place at a time, and lists the changes that no check
// notices. `--quick` tries a fixed sample, for every pull request; the rest is for a quiet hour. What a
// run has found is kept in .cache/mutation, so that one that was stopped goes on where it was.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createPolicy } from "../src/evaluator/policy.js";
import { mergeData } from "../src/bundle/merge.js";
import { readLawFolder } from "../src/law/folder.js";
import { allCases } from "./mutate/cases.js";
import { dataMutants } from "./mutate/data.js";
import { readExplanations } from "./mutate/explained.js";
import { openKept } from "./mutate/kept.js";
import type { Mutant, Verdict } from "./mutate/mutant.js";
import { createProgress } from "./mutate/progress.js";
import { regoMutants } from "./mutate/rego.js";
import { reportOn } from "./mutate/report.js";
import { runData } from "./mutate/run-data.js";
import { baseline, runRego } from "./mutate/run-rego.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const quick = process.argv.includes("--quick");
/** `--only data` or `--only rego`. */
const only = process.argv.includes("--only")
  ? process.argv.at(process.argv.indexOf("--only") + 1)
  : "";
const started = Date.now();
const QUICK_SECONDS = 50;
const untilSeconds = (seconds: number): number => (quick ? started + seconds * 1000 : Infinity);

// The same sample every time: a mutant is in it or not by its own name.
const EVERY = { data: 16, rego: 20 };
const sampled = <One extends Mutant>(all: readonly One[], every: number): One[] =>
  quick ? all.filter(({ says }) => parseInt(sha([says]).slice(0, 6), 16) % every === 0) : [...all];

// The calendar is made by scripts/generate-calendar.ts, and `make check` makes it again and compares.
const GENERATED = "tables/calendar/data.json";

const sha = (texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\n")).digest("hex");

const textsBelow = (folder: string, name: RegExp): [file: string, text: string][] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]);

const main = async (): Promise<void> => {
  const { snapshot, wasm } = await baseline(root);
  temporary.push(snapshot);
  const policies = join(snapshot, "policies");
  const law = readLawFolder(policies);
  const { files } = law;
  const data = mergeData(files.map(({ at, value, path: source }) => ({ at, value, source })));
  const module = await WebAssembly.compile(wasm);
  const cases = await allCases(root, data, await createPolicy({ wasm: module, data }));

  const rules = textsBelow(policies, /(?<!_test)\.rego$/);
  const ofData = dataMutants(files.filter(({ path }) => path !== GENERATED));
  const ofRego = rules.flatMap(([file, text]) => regoMutants(file, text));
  ofRego.sort((one, other) => one.rank - other.rank);
  const wantedData = only === "rego" ? [] : sampled(ofData, EVERY.data);
  const wantedRego = only === "data" ? [] : sampled(ofRego, EVERY.rego);

  const kept = openKept(
    join(root, ".cache/mutation"),
    sha([...rules.flat(), JSON.stringify(data), JSON.stringify(cases)]),
    sha([
      ...textsBelow(policies, /_test\.rego$/).flat(),
      ...textsBelow(join(root, "test/fixtures"), /\.(?:json|ya?ml)$/).flat(),
    ]),
  );
  const verdicts: Verdict[] = [];
  const teller = (what: string, left: readonly Mutant[]): ((verdict: Verdict) => void) => {
    const count = createProgress(what, left.length);
    return (verdict) => {
      kept.add(verdict);
      verdicts.push(verdict);
      count();
    };
  };
  const unknown = <One extends Mutant>(wanted: readonly One[]): One[] =>
    wanted.filter((mutant) => {
      const verdict = kept.find(mutant);
      if (verdict) verdicts.push(verdict);
      return verdict === undefined;
    });

  const leftData = unknown(wantedData);
  await runData({ module, data, law, cases }, leftData, {
    until: untilSeconds(QUICK_SECONDS * 0.4),
    tell: teller("data", leftData),
  });
  const leftRego = unknown(wantedRego);
  await runRego({ root, snapshot, data, cases }, leftRego, {
    until: untilSeconds(QUICK_SECONDS),
    workers: 2,
    tell: teller("rules", leftRego),
  });

  const explanations = readExplanations(join(root, "test/mutation/explained.yaml"));
  const wanted = wantedData.length + wantedRego.length;
  const sample = verdicts.length < ofData.length + ofRego.length;
  const { lines, faults } = reportOn(verdicts, explanations, sample);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  for (const fault of faults) console.error(fault);
  console.log(
    [
      `${verdicts.length} of ${wanted} mutants${sample ? `, a sample of ${ofData.length + ofRego.length},` : ""} on ${cases.length} cases in ${seconds} s`,
      ...lines,
    ].join("\n"),
  );
  if (faults.length > 0) process.exitCode = 1;
};

const temporary: string[] = [];
try {
  await main();
} finally {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
}
