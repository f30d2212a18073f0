import { existsSync } from "node:fs";
import { isAmrnciError } from "../../errors.js";
import {
  type Aspect,
  ASPECTS,
  describeChange,
  diffLaw,
  type LawSource,
  openLaw,
} from "../../law/diff/index.js";
import { lawDiffWords } from "../../words/law-diff.js";
import type { Context } from "../context.js";
import { isObject, requestOf } from "../evaluate/request.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { readDocument } from "../io/document.js";
import { write } from "../io/write.js";
import { coloursFor } from "../terminal/colour.js";
import { terminalWidth } from "../terminal/size.js";
import { findFixtures } from "../test/find-fixtures.js";
import { oneOf } from "../usage.js";
import type { Format } from "./diff/format.js";
import { sayer } from "./diff/say.js";
import { shippedBundle } from "../shipped.js";

export interface LawDiffFlags {
  format: "pretty" | "markdown" | "json";
  failOn?: string;
  cases?: string[];
}

/** Each format is a file; only the one that is asked for is loaded. */
const FORMATS: Readonly<Record<LawDiffFlags["format"], () => Promise<Format>>> = {
  pretty: async () => (await import("./diff/pretty.js")).pretty,
  markdown: async () => (await import("./diff/markdown.js")).markdown,
  json: async () => (await import("./diff/json.js")).json,
};

/** Where cases are looked for unless some are named. */
const CASES = ["test/fixtures", "examples"];

/** The `law diff` command: what changed between two sets of data or bundles, and whom it touches. */
export async function lawDiff(
  context: Context,
  oldPath: string,
  newPath: string,
  flags: LawDiffFlags,
): Promise<ExitCode> {
  const { language, stdout, env } = context;
  const gates = gatesOf(context, flags.failOn);
  const shipped = await shippedBundle();
  const [old, now] = [await open(oldPath, shipped), await open(newPath, shipped)];
  const paths = flags.cases ?? CASES.filter((path) => existsSync(path));
  const diff = await diffLaw(old, now, await casesOf(context, paths));
  const seen = new Set(
    diff.groups.flatMap(({ affected }) =>
      affected.flatMap(({ differences }) => differences.map(({ aspect }) => aspect)),
    ),
  );
  const failed = gates.filter((gate) => seen.has(gate));
  const sources = { old: diff.base, now: now.data };
  const legal = diff.changes.map((change) => describeChange(change, sources, language));
  const words = lawDiffWords(language);
  const format = await FORMATS[flags.format]();
  const report = { diff, legal, language, words, failed, say: sayer(now, language) };
  const layout = { colours: coloursFor(stdout, env), width: terminalWidth(stdout) };
  await write(stdout, format(report, layout));
  return failed.length === 0 ? EXIT.good : EXIT.bad;
}

const gatesOf = (context: Context, value: string | undefined): Aspect[] =>
  (value ?? "")
    .split(",")
    .map((gate) => gate.trim())
    .filter((gate) => gate !== "")
    .map(oneOf(context, "--fail-on", ASPECTS));

const open = async (path: string, shipped: LawSource): Promise<LawSource> => {
  // What this program ships, unless something here has that name.
  if (path === "shipped" && !existsSync(path)) return shipped;
  try {
    return await openLaw(path, shipped);
  } catch (error) {
    if (!isAmrnciError(error)) throw error;
    throw new Failure(EXIT.wrongUse, error.code, error.message);
  }
};

// Fixtures, requests and incidents alike: what they expect is not asked here.
const casesOf = async (
  context: Context,
  paths: readonly string[],
): Promise<{ name: string; request: object }[]> => {
  const cases: { name: string; request: object }[] = [];
  for (const file of await findFixtures(paths)) {
    const { value } = await readDocument(context, file);
    if (!isObject(value)) continue;
    const { incident, as_of: asOf, readings } = requestOf(context, file, value);
    const request = {
      incident,
      ...(asOf === undefined ? {} : { as_of: asOf }),
      ...(readings === undefined ? {} : { readings }),
    };
    cases.push({ name: file, request });
  }
  return cases;
};
