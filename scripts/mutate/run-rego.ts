import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { createPolicy } from "../../src/evaluator/policy.js";
import { type Case, firstToNotice } from "./cases.js";
import type { Verdict } from "./mutant.js";
import type { RegoMutant } from "./rego.js";

const run = promisify(execFile);

interface Bench {
  readonly root: string;
  /** The folder that holds the policies as they were when the run began. */
  readonly snapshot: string;
  readonly data: object;
  readonly cases: readonly Case[];
}

/** Tries mutants of the policies on `workers` copies of them, and tells each verdict as it comes. */
export const runRego = async (
  bench: Bench,
  mutants: readonly RegoMutant[],
  { until, workers, tell }: { until: number; workers: number; tell: (verdict: Verdict) => void },
): Promise<void> => {
  const queue = [...mutants];
  // Cases that noticed another mutant of the same file come first, then those that noticed any.
  const byFile = new Map<string, Case[]>();
  const work = async (): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), "amrnci-mutant-"));
    try {
      cpSync(join(bench.snapshot, "policies"), join(folder, "policies"), { recursive: true });
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        if (Date.now() > until) return;
        tell(await judged(bench, folder, mutant, byFile));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
};

const judged = async (
  bench: Bench,
  folder: string,
  mutant: RegoMutant,
  byFile: Map<string, Case[]>,
): Promise<Verdict> => {
  const { place, says, path } = mutant;
  const file = join(folder, "policies", path);
  const original = readFileSync(file);
  writeFileSync(file, mutant.text);
  try {
    const refused = await build(bench.root, folder);
    if (refused !== null) return { place, says, noticed: "check", by: refused };
    const wasm = await wasmOf(join(folder, "bundle.tar.gz"));
    const mru = byFile.get(path) ?? [];
    const found = firstToNotice(await createPolicy({ wasm, data: bench.data }), bench.cases, [
      ...mru,
      ...(byFile.get("") ?? []),
    ]);
    if (found) {
      for (const key of [path, ""]) {
        const first = [found.one, ...(byFile.get(key) ?? []).filter((one) => one !== found.one)];
        byFile.set(key, first.slice(0, 40));
      }
      return { place, says, noticed: found.noticed, by: found.by };
    }
    return { place, says, ...(await otherwise(bench.root, folder, path)) };
  } finally {
    writeFileSync(file, original);
  }
};

/** The policies as they are now, compiled: what every mutant is compared with. */
export const baseline = async (
  root: string,
): Promise<{ snapshot: string; wasm: Uint8Array<ArrayBuffer> }> => {
  const snapshot = mkdtempSync(join(tmpdir(), "amrnci-original-"));
  cpSync(join(root, "policies"), join(snapshot, "policies"), { recursive: true });
  const refused = await build(root, snapshot);
  if (refused !== null) throw new Error(`The policies can't be built: ${refused}`);
  // A fault that is there already would be seen in every mutant, and every mutant would count as noticed.
  const strict = await opa(root, snapshot, STRICT);
  if (strict !== null) throw new Error(`The policies are not as they should be: ${strict}`);
  return { snapshot, wasm: await wasmOf(join(snapshot, "bundle.tar.gz")) };
};

const STRICT = ["check", "--strict", "--bundle", "policies"];

const build = (root: string, folder: string): Promise<string | null> =>
  opa(root, folder, [
    ...["build", "-t", "wasm", "-e", "amrnci/decision", "--ignore", "*_test.rego"],
    ...["--capabilities", join(root, "build/capabilities.json"), "-o", "bundle.tar.gz"],
    "policies/amrnci",
  ]);

// What no decision shows: the strict check, then the tests beside the rules.
const otherwise = async (
  root: string,
  folder: string,
  path: string,
): Promise<Pick<Verdict, "noticed" | "by">> => {
  const strict = await opa(root, folder, STRICT);
  if (strict !== null) return { noticed: "check", by: strict };
  // The tests beside the rule answer soonest; what they miss, those of another package may notice.
  const name = path.split("/").slice(0, -1).join(".");
  const beside = ["--run", `^data\\.${name.replaceAll(".", "\\.")}`];
  for (const some of [beside, []]) {
    const tests = await opa(root, folder, [
      ...["test", "--timeout", "120s", ...some],
      ...["--bundle", "policies"],
    ]);
    if (tests !== null) return { noticed: "rego test", by: tests };
  }
  return { noticed: null, by: "" };
};

/** What OPA complains of, in one line; null where it does not. */
const opa = async (root: string, folder: string, args: string[]): Promise<string | null> => {
  try {
    await run(join(root, ".cache/bin/opa"), args, { cwd: folder, maxBuffer: 2 ** 26 });
    return null;
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { stdout?: string; stderr?: string };
    const said = `${stderr ?? ""}\n${stdout ?? ""}\n${message}`;
    return (
      said
        .split("\n")
        .find((line) => line.trim() !== "")
        ?.trim() ?? "refused"
    );
  }
};

const wasmOf = async (bundle: string): Promise<Uint8Array<ArrayBuffer>> => {
  const entries = await unpackTar(gunzipSync(readFileSync(bundle)));
  const found = entries.find(({ header }) => header.name === "/policy.wasm")?.data;
  if (!found) throw new Error("opa build made no policy.wasm");
  return found;
};
