import { readSignedBundle, type SignedBundle } from "../../bundle/index.js";
import { type AmrnciError, isAmrnciError } from "../../errors.js";
import { sayFault } from "../../words/bundle-fault.js";
import { bundleWords } from "../../words/bundle.js";
import { signingWords } from "../../words/bundle-signing.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { VerificationFlags } from "../flags.js";
import { readBytes } from "../io/bytes.js";
import { write } from "../io/write.js";
import { logicVersionOf } from "../shipped.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { verificationOf } from "../verification.js";
import { sha256 } from "./output.js";
import { rows } from "./rows.js";
import { signerRows } from "./signer.js";

export interface VerifyFlags extends VerificationFlags {
  format: "pretty" | "json";
}

/** The `bundle verify` command: is the bundle good, and who says so? */
export async function verify(
  context: Context,
  file: string,
  flags: VerifyFlags,
): Promise<ExitCode> {
  const verification = await verificationOf(context, flags);
  const bytes = new Uint8Array(await readBytes(file, context.stdin, context.words));
  const outcome = await readSignedBundle(bytes, verification ?? { keys: {} }).catch(refused);
  const good = !isAmrnciError(outcome);
  const said = good ? goodOf(outcome) : badOf(context, outcome);
  const report = { file, verified: good, sha256: sha256(bytes), ...said };
  await write(
    context.stdout,
    flags.format === "json"
      ? `${JSON.stringify(report, null, 2)}\n`
      : pretty(context, file, outcome, report.sha256),
  );
  return good ? EXIT.good : EXIT.bad;
}

/** A refusal of the bundle is the answer; all else ends the command. */
export function refused(error: unknown): AmrnciError {
  if (isAmrnciError(error) && error.code.startsWith("bundle_")) return error;
  throw error;
}

/** What is wrong, for programs. */
export function badOf({ language }: Context, error: AmrnciError): { error: object } {
  const { code, message, reason } = error;
  const params = reason?.params ?? {};
  return {
    error: {
      code,
      reason: reason?.code ?? null,
      params,
      message: sayFault(error, language) ?? message,
    },
  };
}

function goodOf({ bundle, signer }: SignedBundle): object {
  const { revision } = bundle.manifest;
  return { signer, revision, logic_version: logicVersionOf(bundle), files: bundle.files.size };
}

function pretty(
  context: Context,
  file: string,
  outcome: SignedBundle | AmrnciError,
  digest: string,
): string {
  const words = signingWords(context.language);
  const others = bundleWords(context.language);
  const colours = coloursFor(context.stdout, context.env);
  if (isAmrnciError(outcome)) {
    const heading = colours.red(harmless(fill(words.not_verified, { file })));
    return rows(context, heading, [
      [words.reason, sayFault(outcome, context.language) ?? outcome.message],
      [words.code, `${outcome.code} / ${outcome.reason?.code ?? ""}`],
      [others.digest, digest],
    ]);
  }
  const { bundle, signer } = outcome;
  return rows(context, colours.green(harmless(fill(words.verified, { file }))), [
    ...signerRows(words, signer),
    [others.revision, bundle.manifest.revision],
    [others.logic_version, String(logicVersionOf(bundle))],
    [others.digest, digest],
  ]);
}
