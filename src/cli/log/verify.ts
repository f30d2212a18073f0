import type { SignatureAlgorithm } from "../../bundle/signature/algorithms.js";
import { type Checkpoint, type Verdict, verifyCheckpoint, verifyLog } from "../../records/index.js";
import { fill } from "../../words/index.js";
import { type LogWords, logWords } from "../../words/log.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { readBytes } from "../io/bytes.js";
import { write } from "../io/write.js";
import { withRecordFailures } from "../records/failure.js";
import { type Colours, coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { paragraph } from "../terminal/paragraph.js";
import { terminalWidth } from "../terminal/size.js";
import { pad } from "../terminal/table.js";
import { width as columnsOf } from "../terminal/width.js";
import { breakWords, placeOf } from "./say.js";

export interface VerifyFlags {
  checkpoint: string[];
  verificationKey?: string;
  signingAlg: SignatureAlgorithm;
  format: "pretty" | "json";
}

/** The `log verify` command: is the chain of a decision log intact, and if not, where does it break? */
export async function verify(
  context: Context,
  files: readonly string[],
  flags: VerifyFlags,
): Promise<ExitCode> {
  const { language, stdout } = context;
  const { checkpoints, verdict } = await withRecordFailures(language, async () => {
    const known = await checkpointsOf(context, flags);
    return { checkpoints: known, verdict: await verifyLog(files, { known }) };
  });
  const text =
    flags.format === "json"
      ? `${JSON.stringify({ ...verdict, checkpoints }, null, 2)}\n`
      : pretty(context, verdict, checkpoints);
  await write(stdout, text);
  return verdict.intact ? EXIT.good : EXIT.bad;
}

async function checkpointsOf(
  { language, stdin, words }: Context,
  { checkpoint: files, verificationKey, signingAlg: algorithm }: VerifyFlags,
): Promise<Checkpoint[]> {
  if (files.length === 0) return [];
  if (verificationKey === undefined) {
    throw new Failure(EXIT.wrongUse, "usage", logWords(language).checkpoint_needs_key);
  }
  const key = await readBytes(verificationKey, stdin, words);
  return Promise.all(
    files.map(async (file) => {
      const token = (await readBytes(file, stdin, words)).toString();
      return verifyCheckpoint(token, { key, algorithm });
    }),
  );
}

function pretty(context: Context, verdict: Verdict, checkpoints: readonly Checkpoint[]): string {
  const words = logWords(context.language);
  const colours = coloursFor(context.stdout, context.env);
  const lines =
    verdict.broken === null
      ? intactLines(verdict, checkpoints, words, colours)
      : brokenLines(context, verdict, verdict.broken, words, colours);
  return `${lines.join("\n")}\n`;
}

function intactLines(
  verdict: Verdict,
  checkpoints: readonly Checkpoint[],
  words: LogWords,
  colours: Colours,
): string[] {
  const { records, first, head, files, log, torn, unrecorded } = verdict;
  if (head === null || first === null) return [colours.green(words.empty)];
  const rows: [string, string][] = [
    [words.records, fill(words.records_range, { first, last: head.sequence })],
    ...(first > 0 ? [[words.records, fill(words.begins_later, { count: first })] as const] : []),
    ...files.map((file) => [words.files, harmless(file)] as const),
    [words.log, harmless(log ?? "")],
    [words.head, harmless(head.digest)],
    [words.head_at, harmless(head.timestamp)],
    ...checkpoints.map(({ sequence, timestamp: time }) => {
      const said = fill(words.checkpoint_good, { sequence, time: harmless(time) });
      return [words.checkpoint, said] as const;
    }),
    ...torn.map((one) => {
      const said = fill(words.torn_line, { place: placeOf(one), count: one.bytes });
      return [words.torn, said] as const;
    }),
    ...(unrecorded > 0
      ? [[words.unrecorded, fill(words.unrecorded_count, { count: unrecorded })] as const]
      : []),
  ].map(([name, value]) => [name, value]);
  const widest = Math.max(...rows.map(([name]) => columnsOf(name)));
  return [
    colours.green(fill(words.intact, { count: records })),
    ...rows.map(([name, value]) => `  ${colours.dim(pad(name, widest))}  ${value}`),
  ];
}

function brokenLines(
  { stdout }: Context,
  { records, first, head }: Verdict,
  broken: NonNullable<Verdict["broken"]>,
  words: LogWords,
  colours: Colours,
): string[] {
  const { kind, why } = breakWords(broken, words);
  const before =
    head === null || first === null
      ? words.before_none
      : fill(words.before, { count: records, first, last: head.sequence });
  const width = terminalWidth(stdout);
  return [
    colours.red(fill(words.broken, { place: placeOf(broken), kind })),
    ...paragraph(why, width),
    ...paragraph(before, width),
  ];
}
