import { existsSync } from "node:fs";
import { validateRequest } from "../../evaluator/validate/index.js";
import { type Aspect, ASPECTS, describeChange, diffLaw } from "../../law/diff/index.js";

import { fill } from "../../words/index.js";
import { lawDiffWords } from "../../words/law-diff.js";
import type { Context } from "../context.js";
import { isObject, requestOf } from "../evaluate/request.js";
import { EXIT, type ExitCode } from "../exit.js";
import { failureOf } from "../failure-of.js";
import { Failure } from "../failure.js";
import { readDocument } from "../io/document.js";
import { write } from "../io/write.js";
import { shippedBundle } from "../shipped.js";
import { coloursFor } from "../terminal/colour.js";
import { terminalWidth } from "../terminal/size.js";
import { findFixtures } from "../test/find-fixtures.js";
import { oneOf } from "../usage.js";
import { caseSayer } from "./diff/case.js";
import type { Format } from "./diff/format.js";
import { sayer } from "./diff/say.js";
import { openLaw } from "./open-law.js";

export interface LawDiffFlags {
  format: "pretty" | "markdown" | "json";
  all?: boolean;
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
  const old = await openLaw(context, oldPath, shipped);
  const now = await openLaw(context, newPath, shipped);
  const diff = await diffLaw(old, now, await casesOf(context, flags.cases));
  const seen = new Set(
    diff.groups.flatMap(({ affected }) =>
      affected.flatMap(({ differences }) => differences.map(({ aspect }) => aspect)),
    ),
  );
  const failed = gates.filter((gate) => seen.has(gate));
  const sources = { old: diff.base, now: now.data };
  const report = {
    diff,
    legal: diff.changes.map((change) => describeChange(change, sources, language)),
    language,
    words: lawDiffWords(language),
    failed,
    all: flags.all === true,
    say: sayer(now, language),
    sayCase: caseSayer(now, language),
  };
  const format = await FORMATS[flags.format]();
  const layout = { colours: coloursFor(stdout, env), width: terminalWidth(stdout) };
  await write(stdout, format(report, layout));
  return failed.length === 0 ? EXIT.good : EXIT.bad;
}

const gatesOf = (context: Context, value: string | undefined): Aspect[] =>
  value === undefined
    ? []
    : value.split(",").map((gate) => oneOf(context, "--fail-on", ASPECTS)(gate.trim()));

// Fixtures, requests and incidents alike: what they expect is not asked here.
const casesOf = async (
  context: Context,
  named: readonly string[] | undefined,
): Promise<{ name: string; request: object }[]> => {
  const cases: { name: string; request: object }[] = [];
  for (const file of await findFixtures(named ?? CASES.filter((path) => existsSync(path)))) {
    const { value } = await readDocument(context, file);
    if (!isObject(value)) continue;
    const { incident, as_of: asOf, readings } = requestOf(context, file, value);
    const request = {
      incident,
      ...(asOf === undefined ? {} : { as_of: asOf }),
      ...(readings === undefined ? {} : { readings }),
    };
    try {
      validateRequest(request);
    } catch (error) {
      throw failureOf(error, context, file);
    }
    cases.push({ name: file, request });
  }
  if (named !== undefined && cases.length === 0) {
    const message = fill(lawDiffWords(context.language).no_cases, { paths: named.join(", ") });
    throw new Failure(EXIT.wrongUse, "usage", message);
  }
  return cases;
};
