import { checkLaw, describeLawProblem, type LawProblem } from "../../law/check/index.js";
import type { LawFolder } from "../../law/folder.js";
import { fill } from "../../words/index.js";
import { lawCheckWords } from "../../words/law-check.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { Format } from "../findings/formats/format.js";
import { formatOf } from "../findings/formats/index.js";
import { counts, type Result } from "../findings/result.js";
import type { TestFlags } from "../flags.js";
import { write } from "../io/write.js";
import { logicVersionOf, shippedBundle } from "../shipped.js";
import { type Colours, coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { paragraph } from "../terminal/paragraph.js";
import { terminalWidth } from "../terminal/size.js";
import { version } from "../version.js";
import { openFolder } from "./open-folder.js";

/** The `law check` command: what is wrong with a folder of the law's data, file by file. */
export async function lawCheck(
  context: Context,
  path: string,
  { format }: Pick<TestFlags, "format">,
): Promise<ExitCode> {
  const { language, words, stdout, env } = context;
  const folder = openFolder(context, path);
  const problems = checkLaw(folder, logicVersionOf(await shippedBundle()));
  const colours = coloursFor(stdout, env);
  const results = resultsOf(context, folder, problems, colours);
  const said = lawCheckWords(language);
  const sums = { ...counts(results), problems: problems.length, versions: versionsIn(folder) };
  const summary = fill(problems.length === 0 ? said.good : said.summary, sums);
  const setting = { words, colours, version: version(), summary };
  const shape = format === "pretty" ? pretty : await formatOf(format);
  await write(stdout, shape(results, setting));
  return problems.length === 0 ? EXIT.good : EXIT.bad;
}

const versionsIn = ({ files }: LawFolder): number =>
  new Set(files.flatMap(({ at: [root, id] }) => (root === "law" && id ? [id] : []))).size;

// Good files are many, and for people they are no news.
const pretty: Format = (results, { colours, summary }) => {
  const told = results.flatMap(({ findings }) => findings.flatMap(({ lines }) => [...lines, ""]));
  const colour = told.length === 0 ? colours.green : colours.red;
  return `${[...told, colour(summary)].join("\n")}\n`;
};

function resultsOf(
  context: Context,
  { root, files }: LawFolder,
  problems: readonly LawProblem[],
  colours: Colours,
): Result[] {
  const paths = new Set([...files.map(({ path }) => path), ...problems.map(({ file }) => file)]);
  return [...paths].sort().map((path) => {
    const file = `${root.replace(/\/+$/, "")}/${path}`;
    const own = problems.filter((problem) => problem.file === path);
    const told = own.map((problem) => ({
      ...problem,
      message: harmless(describeLawProblem(problem, context.language)),
    }));
    const record = told.map(({ code, line, column, message, params }) => {
      return { code, line, column, message, params };
    });
    return {
      file,
      title: file,
      passed: own.length === 0,
      findings: told.map(({ line, column, code, message }) => ({
        kind: "failure",
        rule: code,
        message,
        position: { line, column },
        lines: linesOf(`${file}:${String(line)}:${String(column)}`, message, context, colours),
      })),
      record: { file, passed: own.length === 0, problems: record },
      detail: { problems: record },
    };
  });
}

// Terminals and editors open a place that is written so.
function linesOf(place: string, message: string, { stdout }: Context, colours: Colours): string[] {
  return [colours.bold(harmless(place)), ...paragraph(message, terminalWidth(stdout))];
}
