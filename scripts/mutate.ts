// Changes the law's data and the rules one place at a time, and lists the changes that no check
// notices. `--quick` tries a fixed sample, for every pull request; the rest is for a quiet hour.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createPolicy } from "../src/evaluator/policy.js";
import { mergeData } from "../src/bundle/merge.js";
import { readLawFolder } from "../src/law/folder.js";
import { allCases } from "./mutate/cases.js";
import { dataMutants } from "./mutate/data.js";
import { explains, readExplanations } from "./mutate/explained.js";
import type { Mutant, Verdict } from "./mutate/mutant.js";
import { regoMutants } from "./mutate/rego.js";
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
const until = quick ? started + QUICK_SECONDS * 1000 : Infinity;
// The data's half of the time; the rules take the rest.
const dataUntil = quick ? started + QUICK_SECONDS * 400 : Infinity;
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

// The same sample every time: a mutant is in it or not by its own name.
const EVERY = { data: 12, rego: 20 };
const sampled = <One extends Mutant>(all: readonly One[], every: number): One[] =>
  quick ? all.filter(({ says }) => parseInt(sha(says).slice(0, 6), 16) % every === 0) : [...all];

const filesBelow = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .sort();

const main = async (): Promise<void> => {
  const { snapshot, wasm } = await baseline(root);
  temporary.push(snapshot);
  const policies = join(snapshot, "policies");
  const law = readLawFolder(policies);
  const { files } = law;
  const data = mergeData(files.map(({ at, value, path: source }) => ({ at, value, source })));
  const module = await WebAssembly.compile(wasm);
  const cases = await allCases(root, data, await createPolicy({ wasm: module, data }));

  // The tables are the contract's, not the law's: the request's is compared with schemas/, the
  // criteria's with the annex, the calendar's with OPA's own clock.
  const lawful = files.filter(({ path }) => path.startsWith("law/"));
  const ofData = only === "rego" ? [] : dataMutants(lawful);
  const rules = filesBelow(policies, /(?<!_test)\.rego$/);
  const texts = rules.map((file) => readFileSync(join(policies, file), "utf8"));
  const ofRego =
    only === "data" ? [] : rules.flatMap((file, index) => regoMutants(file, texts[index] ?? ""));
  ofRego.sort((one, other) => one.rank - other.rank);

  const known = openCache(sha([...texts, JSON.stringify(data), JSON.stringify(cases)].join("\n")));
  const verdicts = await runData(
    { module, data, law, cases },
    sampled(ofData, EVERY.data),
    dataUntil,
  );
  const dataSeconds = (Date.now() - started) / 1000;

  const wanted = sampled(ofRego, EVERY.rego);
  for (const { place, says } of wanted) {
    const verdict = known.get(place + says);
    if (verdict) verdicts.push(verdict);
  }
  const left = wanted.filter(({ place, says }) => !known.has(place + says));
  await runRego({ root, snapshot, data, cases }, left, {
    until,
    workers: 2,
    tell: (verdict) => {
      known.set(verdict.place + verdict.says, verdict);
      verdicts.push(verdict);
    },
  });
  report(verdicts, {
    all: quick ? verdicts.length : ofData.length + ofRego.length,
    cases: cases.length,
    dataSeconds,
  });
};

/** Verdicts on the same rules, data and cases, kept so that a run that was stopped goes on. */
const openCache = (
  key: string,
): {
  has(id: string): boolean;
  get(id: string): Verdict | undefined;
  set(id: string, verdict: Verdict): void;
} => {
  mkdirSync(join(root, ".cache/mutation"), { recursive: true });
  const file = join(root, ".cache/mutation", `${key.slice(0, 16)}.ndjson`);
  const lines = existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.endsWith("}"))
    : [];
  const known = new Map(
    lines
      .map((line) => JSON.parse(line) as Verdict)
      .map((verdict) => [verdict.place + verdict.says, verdict]),
  );
  return {
    has: (id) => known.has(id),
    get: (id) => known.get(id),
    set: (_, verdict) => {
      appendFileSync(file, `${JSON.stringify(verdict)}\n`);
    },
  };
};

const report = (
  verdicts: readonly Verdict[],
  { all, cases, dataSeconds }: { all: number; cases: number; dataSeconds: number },
): void => {
  const explanations = readExplanations(join(root, "test/mutation/explained.yaml"));
  const survivors = verdicts.filter(({ noticed }) => noticed === null);
  const unexplained = survivors.filter((one) => !explanations.some((why) => explains(why, one)));
  const stale = quick
    ? []
    : explanations.filter((why) => !survivors.some((one) => explains(why, one)));
  for (const { place, says } of unexplained) console.error(`${place} nobody notices: ${says}`);
  for (const { mutant } of stale)
    console.error(`test/mutation/explained.yaml explains no survivor: ${mutant}`);
  const count = (noticed: Verdict["noticed"]): string =>
    `${verdicts.filter((one) => one.noticed === noticed).length} by ${noticed ?? "nobody"}`;
  const noticed = verdicts.length - survivors.length;
  const killable = verdicts.length - (survivors.length - unexplained.length);
  const score = killable === 0 ? 100 : Math.floor((1000 * noticed) / killable) / 10;
  const seconds = (Date.now() - started) / 1000;
  console.log(
    [
      `${verdicts.length} of ${all} mutants on ${cases} cases in ${seconds.toFixed(0)} s (data ${dataSeconds.toFixed(0)} s)`,
      `noticed: ${(["fixture", "case", "check", "rego test"] as const).map(count).join(", ")}`,
      `survived: ${survivors.length - unexplained.length} explained, ${unexplained.length} not; score ${score} %`,
    ].join("\n"),
  );
  if (unexplained.length > 0 || stale.length > 0) process.exitCode = 1;
};

const temporary: string[] = [];
try {
  await main();
} finally {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
}
