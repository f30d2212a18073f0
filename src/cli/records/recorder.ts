import type { Decision, Masking, Request } from "../../generated/types.js";
import { bundleUsed } from "../../records/bundle-used.js";
import type { Notice } from "../../records/notice.js";
import type { Recorder, RecorderOptions } from "../../records/options.js";
import { createRecorder } from "../../records/recorder.js";
import { fill } from "../../words/index.js";
import { type LogWords, logWords } from "../../words/log.js";
import type { Context } from "../context.js";
import { readBytes } from "../io/bytes.js";
import { readDocument } from "../io/document.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { recordFailure, withRecordFailures } from "./failure.js";
import type { RecordFlags } from "./options.js";

/** Records the decisions of one run of a command. What it throws is a `Failure`. */
export interface RunRecorder {
  record(request: Request, decision: Decision): Promise<void>;
  close(): Promise<void>;
}

/** Opens the decision log that the command line names, for decisions by a bundle. */
export async function openRecorder(
  context: Context,
  file: string,
  flags: RecordFlags,
  rules: { revision: string; bytes: Uint8Array },
): Promise<RunRecorder> {
  const { language } = context;
  const bundle = bundleUsed(rules.revision, rules.bytes);
  const recorder = await createRecorderFor(context, file, flags);
  return {
    record: (request, decision) =>
      withRecordFailures(language, async () => {
        await recorder.record(request, decision, { bundle });
      }),
    close: () => withRecordFailures(language, () => recorder.close()),
  };
}

/** A recorder as the command line asks for it; what an operator should know goes to `tell`. */
export async function createRecorderFor(
  context: Context,
  file: string,
  flags: RecordFlags,
  tell = (message: string): void => {
    warn(context, message);
  },
): Promise<Recorder> {
  const { language } = context;
  const words = logWords(language);
  const { recordsKey, recordsMask, recordsFsync, recordsOnFailure } = flags;
  const masking =
    recordsMask === undefined
      ? {}
      : // Checked by the recorder.
        { masking: (await readDocument(context, recordsMask)).value as Masking };
  const key = recordsKey === undefined ? {} : { key: await secretOf(context, recordsKey) };
  if (recordsKey === undefined) tell(words.no_key);
  const options: RecorderOptions = {
    file,
    ...masking,
    ...key,
    ...(recordsFsync !== undefined && { fsync: recordsFsync }),
    ...(recordsOnFailure !== undefined && { onFailure: recordsOnFailure }),
    rotate: {
      ...(flags.recordsRotateBytes !== undefined && { bytes: flags.recordsRotateBytes }),
      ...(flags.recordsRotateSeconds !== undefined && { seconds: flags.recordsRotateSeconds }),
    },
    onNotice: (notice) => {
      tell(noticeOf(notice, words, context));
    },
  };
  return withRecordFailures(language, () => createRecorder(options));
}

/** A secret as an editor or openssl leaves it: the end of its line is no part of it. */
async function secretOf({ stdin, words }: Context, file: string): Promise<string> {
  return (await readBytes(file, stdin, words)).toString().replace(/\r?\n$/, "");
}

function noticeOf(notice: Notice, words: LogWords, { language }: Context): string {
  const { code, file } = notice;
  if (code === "torn_line") return fill(words.torn_found, { file, count: notice.bytes });
  const told = recordFailure(notice.error, language);
  const reason = told instanceof Error ? told.message : String(told);
  return code === "unrecorded"
    ? fill(words.given_unrecorded, { count: notice.count, reason })
    : fill(words.not_synced, { file, reason });
}

function warn({ stderr, env, words }: Context, text: string): void {
  const colours = coloursFor(stderr, env);
  stderr.write(`${colours.yellow(words.warning)}: ${harmless(text)}\n`);
}
