import { fill } from "../../words/index.js";
import type { TestFlags } from "../flags.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { write } from "../io/write.js";
import { openEvaluator } from "../open-evaluator.js";
import { coloursFor } from "../terminal/colour.js";
import { version } from "../version.js";
import { findFixtures } from "./find-fixtures.js";
import type { Format } from "./formats/format.js";
import type { Result } from "./result.js";
import { runFixture } from "./run-fixture.js";

/** Each format is a file; only the one that is asked for is loaded. */
const FORMATS: Readonly<Record<TestFlags["format"], () => Promise<Format>>> = {
  pretty: async () => (await import("./formats/pretty.js")).pretty,
  json: async () => (await import("./formats/json.js")).json,
  junit: async () => (await import("./formats/junit.js")).junit,
  tap: async () => (await import("./formats/tap.js")).tap,
  sarif: async () => (await import("./formats/sarif.js")).sarif,
  github: async () => (await import("./formats/github.js")).github,
};

/** The `test` command: evaluates fixtures and compares each decision with what the fixture expects. */
export async function test(
  context: Context,
  paths: readonly string[],
  flags: TestFlags,
): Promise<ExitCode> {
  const { words, stdout, env } = context;
  const files = await findFixtures(paths);
  if (files.length === 0) {
    const message = fill(words.error_no_fixtures, { paths: paths.join(", ") });
    throw new Failure(EXIT.wrongUse, "usage", message);
  }
  const evaluator = await openEvaluator(context, flags.bundle);
  const results: Result[] = [];
  for (const file of files) results.push(await runFixture(context, evaluator, file));
  const format = await FORMATS[flags.format]();
  await write(
    stdout,
    format(results, { words, colours: coloursFor(stdout, env), version: version() }),
  );
  return results.every(({ passed }) => passed) ? EXIT.good : EXIT.bad;
}
