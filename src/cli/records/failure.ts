import { type ErrorCode, isAmrnciError } from "../../errors.js";
import { fill, type Language } from "../../words/index.js";
import { logWords } from "../../words/log.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";

const OURS: ReadonlySet<ErrorCode> = new Set([
  "record_failed",
  "record_locked",
  "records_unreadable",
  "masking_invalid",
  "checkpoint_not_trusted",
]);

/** What is wrong with a log, a masking or a checkpoint, in the language asked for; all else as it is. */
export function recordFailure(error: unknown, language: Language): unknown {
  if (!isAmrnciError(error) || error.reason === undefined || !OURS.has(error.code)) return error;
  const words: Readonly<Record<string, string>> = logWords(language);
  const { code, params } = error.reason;
  const sentence = words[code];
  if (sentence === undefined) return error;
  return new Failure(EXIT.wrongUse, error.code, fill(sentence, params), error.issues);
}

/** Does some work with decision records; what goes wrong is told in the language asked for. */
export async function withRecordFailures<T>(
  language: Language,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw recordFailure(error, language);
  }
}
