import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { readBundle } from "../../src/bundle/index.js";
import { mismatches } from "../../src/cli/test/match.js";
import { isAmrnciError } from "../../src/errors.js";
import { createEvaluatorFrom, createPolicy } from "../../src/evaluator/index.js";
import { validateDecision, validateFixture } from "../../src/evaluator/validate/documents.js";
import { parseJson, parseYaml } from "../../src/input/index.js";
import { checkLaw, describeLawProblem } from "../../src/law/check/index.js";
import { readLawFolder } from "../../src/law/folder.js";
import { parseLawFile } from "../../src/law/read.js";
import { mergeData } from "../../src/bundle/index.js";

/** A way by which somebody else's bytes come in. */
export interface Door {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  /** Takes bytes; it may throw a coded error, and nothing else. */
  readonly take: (bytes: Uint8Array) => void | Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

const filesIn = (folder: string, ending: RegExp): Uint8Array[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => new Uint8Array(readFileSync(join(root, folder, name))));

const REQUESTS = [
  { incident: { id: "fuzz" } },
  { incident: { id: "fuzz", unstated: "none", impact: { direct_economic_loss_yuan: 7_000_000 } } },
];

export const openDoors = async (): Promise<Door[]> => {
  const archive = new Uint8Array(readFileSync(join(root, "build/bundle.tar.gz")));
  const bundle = await readBundle(archive);
  const [evaluator, policy] = await Promise.all([
    createEvaluatorFrom(bundle),
    createPolicy(bundle),
  ]);
  const folder = readLawFolder(join(root, "policies"));
  const incidents = filesIn("examples", /\.(?:json|yaml)$/);
  const fixtures = filesIn("test/fixtures", /\.(?:json|yaml)$/);
  const asJson = [...incidents, ...fixtures].map((bytes) =>
    Buffer.from(JSON.stringify(parseYaml(bytes).value)),
  );

  return [
    {
      name: "json-request",
      seeds: asJson,
      take: (bytes) => {
        validateDecision(evaluator.evaluate(parseJson(bytes).value));
      },
    },
    {
      name: "json-text",
      seeds: asJson,
      take: (bytes) => {
        const { value } = parseJson(bytes);
        JSON.parse(evaluator.evaluateToJson({ incident: value }));
      },
    },
    {
      name: "yaml-request",
      seeds: incidents,
      take: (bytes) => {
        const { value } = parseYaml(bytes);
        validateDecision(evaluator.evaluate({ incident: value }));
      },
    },
    {
      // On an OPA server nobody validates before the policy.
      name: "policy",
      seeds: asJson,
      take: (bytes) => {
        const { value } = parseJson(bytes);
        if (typeof value !== "object" || value === null) return;
        const request = Object.hasOwn(value, "incident") ? value : { incident: value };
        validateDecision(policy.evaluate(request));
      },
    },
    {
      name: "fixture",
      seeds: fixtures,
      take: (bytes) => {
        const fixture = validateFixture(parseYaml(bytes).value);
        const { incident, as_of, readings, expect } = fixture;
        const request = { incident, ...(as_of && { as_of }), ...(readings && { readings }) };
        mismatches(expect, evaluator.evaluate(request));
      },
    },
    {
      name: "law-data",
      seeds: filesIn("policies/law", /data\.yaml$/),
      take: async (bytes) => {
        const part =
          /(\w+)\.schema\.json/.exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "annex";
        const path =
          folder.files.map((file) => file.path).find((one) => one.includes(`/${part}/`)) ??
          "law/2025-11-01/annex/data.yaml";
        const changed = parseLawFile(path, bytes);
        const files = folder.files.map((file) => (file.path === path ? changed : file));
        const problems = checkLaw({ ...folder, files });
        for (const problem of problems) {
          for (const language of ["zh", "en"] as const) {
            const said = describeLawProblem(problem, language);
            if (/undefined|\[object|\{[a-z_]+\}/.test(said))
              throw new TypeError(`it says: ${said}`);
          }
        }
        if (problems.length > 0) return;
        // What is accepted must answer.
        const data = mergeData(files.map(({ at, value, path: source }) => ({ at, value, source })));
        const changedEvaluator = await createEvaluatorFrom({ wasm: bundle.wasm, data });
        for (const request of REQUESTS) validateDecision(changedEvaluator.evaluate(request));
      },
    },
    {
      name: "bundle",
      seeds: [new Uint8Array(gunzipSync(archive)).subarray(0, 60_000)],
      take: async (bytes) => {
        await readBundle(new Uint8Array(gzipSync(bytes, { level: 1 })));
      },
    },
    {
      name: "bundle-gzip",
      seeds: [archive.subarray(0, 2_000), archive],
      take: async (bytes) => {
        await readBundle(new Uint8Array(bytes));
      },
    },
  ];
};

/** Takes bytes through a door; what is wrong with the outcome, or null where it is an answer or a coded error. */
export const outcomeOf = async (door: Door, bytes: Uint8Array): Promise<string | null> => {
  const started = performance.now();
  try {
    await door.take(bytes);
  } catch (error) {
    if (!isAmrnciError(error)) {
      return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    }
    // An answer that is not one of the contract's is no coded refusal.
    if (error.code === "decision_invalid" || error.code === "internal")
      return `${error.code}: ${error.message}`;
    if (/undefined|\[object /.test(error.message)) return `says: ${error.message}`;
  }
  const ms = performance.now() - started;
  return ms > SLOW_MS ? `takes ${ms.toFixed(0)} ms for ${String(bytes.length)} bytes` : null;
};

// Not a benchmark: far beyond what any input of 64 KiB takes, even on a busy machine.
const SLOW_MS = 5_000;
