import { fill } from "../../words/index.js";
import type { TestFlags } from "../flags.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { formatOf } from "../findings/formats/index.js";
import { counts, type Result } from "../findings/result.js";
import { write } from "../io/write.js";
import { openEvaluator } from "../open-evaluator.js";
import { coloursFor } from "../terminal/colour.js";
import { version } from "../version.js";
import { findFixtures } from "./find-fixtures.js";
import { resultOf } from "./result.js";
import { runFixture } from "./run-fixture.js";

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
  const evaluator = await openEvaluator(context, flags);
  const colours = coloursFor(stdout, env);
  const results: Result[] = [];
  for (const file of files) {
    results.push(resultOf(await runFixture(context, evaluator, file), words, colours));
  }
  const format = await formatOf(flags.format);
  const summary = fill(words.test_summary, counts(results));
  await write(stdout, format(results, { words, colours, version: version(), summary }));
  return results.every(({ passed }) => passed) ? EXIT.good : EXIT.bad;
}
