import { type Replayed, type ReplayBundle, replayBundle, replayLog } from "../../records/index.js";
import { fill } from "../../words/index.js";
import { type LogWords, logWords } from "../../words/log.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { readBytes } from "../io/bytes.js";
import { write } from "../io/write.js";
import { withRecordFailures } from "../records/failure.js";
import { shippedBytes } from "../shipped-bytes.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { paragraph } from "../terminal/paragraph.js";
import { terminalWidth } from "../terminal/size.js";
import { breakWords, placeOf, recordName } from "./say.js";

export interface ReplayFlags {
  bundle: string[];
  format: "pretty" | "json";
}

/** So many records that are not the same are listed; all are counted. */
const MOST_LISTED = 1000;

/** The `log replay` command: does each recorded decision come out the same again? */
export async function replay(
  context: Context,
  files: readonly string[],
  flags: ReplayFlags,
): Promise<ExitCode> {
  const { language, stdout } = context;
  const bundles = await bundlesOf(context, flags.bundle);
  const counts = { same: 0, different: 0, not_replayed: 0 };
  const listed: Replayed[] = [];
  const verdict = await withRecordFailures(language, () =>
    replayLog(files, bundles, (replayed) => {
      counts[replayed.outcome] += 1;
      if (replayed.outcome !== "same" && listed.length < MOST_LISTED) listed.push(replayed);
    }),
  );
  const { broken } = verdict;
  const good = broken === null && counts.different + counts.not_replayed === 0;
  const text =
    flags.format === "json"
      ? `${JSON.stringify({ good, ...counts, records: listed, broken }, null, 2)}\n`
      : pretty(context, counts, listed, broken);
  await write(stdout, text);
  return good ? EXIT.good : EXIT.bad;
}

/** The bundles that are named, and the embedded one. */
async function bundlesOf(
  { words, stdin }: Context,
  files: readonly string[],
): Promise<ReplayBundle[]> {
  const bundles = [await replayBundle(await shippedBytes())];
  for (const file of files) {
    const bytes = new Uint8Array(await readBytes(file, stdin, words));
    try {
      bundles.push(await replayBundle(bytes));
    } catch (error) {
      const reason = `${file}: ${error instanceof Error ? error.message : String(error)}`;
      throw new Failure(EXIT.wrongUse, "bundle_unreadable", fill(words.error_bundle, { reason }));
    }
  }
  return bundles;
}

function pretty(
  context: Context,
  counts: Readonly<Record<Replayed["outcome"], number>>,
  listed: readonly Replayed[],
  broken: Parameters<typeof breakWords>[0] | null,
): string {
  const words = logWords(context.language);
  const colours = coloursFor(context.stdout, context.env);
  const width = terminalWidth(context.stdout);
  const lines = listed.flatMap((one) => paragraph(sentenceOf(one, words), width, { indent: 0 }));
  const { same, different, not_replayed: not } = counts;
  const unlisted = different + not - listed.length;
  if (unlisted > 0) lines.push(fill(words.more, { count: unlisted }));
  if (broken !== null) {
    const { kind, why } = breakWords(broken, words);
    lines.push(colours.red(fill(words.broken, { place: placeOf(broken), kind })));
    lines.push(...paragraph(why, width));
  }
  const said = [
    fill(words.replayed_same, { count: same }),
    ...(different > 0 ? [fill(words.replayed_different, { count: different })] : []),
    ...(not > 0 ? [fill(words.replayed_not, { count: not })] : []),
  ].join(context.words.clause_separator);
  const good = broken === null && different + not === 0;
  return `${[...lines, (good ? colours.green : colours.red)(said)].join("\n")}\n`;
}

function sentenceOf(replayed: Replayed, words: LogWords): string {
  const { reason, detail, difference } = replayed;
  const params = { place: placeOf(replayed), record: recordName(replayed, words) };
  if (reason !== null) {
    return fill(words[`not_${reason}`], { ...params, detail: harmless(detail ?? "") });
  }
  const shown = (value: unknown): string =>
    value === undefined ? words.nothing : harmless(JSON.stringify(value));
  return fill(words.different_at, {
    ...params,
    path: difference?.path ?? "",
    recorded: shown(difference?.recorded),
    now: shown(difference?.now),
  });
}
