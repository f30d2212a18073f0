import { existsSync } from "node:fs";
import type { SignatureAlgorithm } from "../../bundle/signature/algorithms.js";
import { signCheckpoint, verifyLog } from "../../records/index.js";
import { fill } from "../../words/index.js";
import { logWords } from "../../words/log.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { readBytes, reasonOf } from "../io/bytes.js";
import { writeWhole } from "../io/write-file.js";
import { write } from "../io/write.js";
import { withRecordFailures } from "../records/failure.js";

export interface CheckpointFlags {
  signingKey: string;
  signingAlg: SignatureAlgorithm;
  keyId?: string;
  output?: string;
  force?: boolean;
}

/** The `log checkpoint` command: signs the head of a log that is intact. */
export async function checkpoint(
  context: Context,
  files: readonly string[],
  { signingKey, signingAlg: algorithm, keyId, output, force }: CheckpointFlags,
): Promise<ExitCode> {
  const { language, stdin, stdout, stderr, words } = context;
  const said = logWords(language);
  if (output !== undefined && existsSync(output) && force !== true) {
    throw new Failure(EXIT.wrongUse, "usage", fill(said.exists, { file: output }));
  }
  const key = await readBytes(signingKey, stdin, words);
  const verdict = await withRecordFailures(language, () => verifyLog(files));
  const { head, log } = verdict;
  if (!verdict.intact) {
    throw new Failure(EXIT.bad, "records_unreadable", said.not_signed_broken);
  }
  if (head === null || log === null) {
    throw new Failure(EXIT.bad, "records_unreadable", said.not_signed_empty);
  }
  const { sequence, digest } = head;
  const token = await withRecordFailures(language, () =>
    signCheckpoint(
      { log, sequence, digest },
      { key, algorithm, ...(keyId !== undefined && { keyid: keyId }) },
    ),
  );
  if (output === undefined) {
    await write(stdout, `${token}\n`);
    return EXIT.good;
  }
  try {
    await writeWhole(output, Buffer.from(`${token}\n`));
  } catch (error) {
    const params = { file: output, reason: reasonOf(error, words) };
    throw new Failure(EXIT.wrongUse, "output_failed", fill(said.not_written, params));
  }
  await write(stderr, `${fill(said.signed, { sequence, file: output })}\n`);
  return EXIT.good;
}
