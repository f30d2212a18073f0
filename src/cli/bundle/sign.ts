import { readBundle, signBundle } from "../../bundle/index.js";
import { algorithmOf } from "../../bundle/signature/algorithms.js";
import { bundleWords } from "../../words/bundle.js";
import { signingWords } from "../../words/bundle-signing.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { readBytes } from "../io/bytes.js";
import { write } from "../io/write.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { DEFAULT_KEY_ID, readKey } from "../verification.js";
import { checkOutput, sha256, writeOutput } from "./output.js";
import { rows } from "./rows.js";
import { type SignedBy, signerRows, type SigningFlags } from "./signer.js";

export interface SignFlags extends SigningFlags {
  output: string;
  force?: boolean;
  format: "pretty" | "json";
}

/** Signs a bundle with the key of the flags. What no host would take is not signed. */
export async function signWith(
  context: Context,
  bytes: Uint8Array<ArrayBuffer>,
  flags: SigningFlags,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; signer: SignedBy }> {
  const { verificationKeyId: keyid = DEFAULT_KEY_ID, scope = "" } = flags;
  const algorithm = algorithmOf(flags.signingAlg);
  const key = await readKey(context, flags.signingKey);
  await readBundle(bytes);
  const signed = await signBundle(bytes, { key, algorithm, keyid, scope });
  return { bytes: signed, signer: { keyid, algorithm, scope: scope === "" ? null : scope } };
}

/** The `bundle sign` command. */
export async function sign(context: Context, file: string, flags: SignFlags): Promise<ExitCode> {
  const { language, stdout, env } = context;
  checkOutput(context, flags.output, flags.force === true);
  const read = new Uint8Array(await readBytes(file, context.stdin, context.words));
  const { bytes, signer } = await signWith(context, read, flags);
  await writeOutput(context, flags.output, bytes);
  const made = { output: flags.output, ...signer, bytes: bytes.byteLength, sha256: sha256(bytes) };
  if (flags.format === "json") {
    await write(stdout, `${JSON.stringify(made, null, 2)}\n`);
    return EXIT.good;
  }
  const words = signingWords(language);
  const heading = coloursFor(stdout, env).green(
    harmless(fill(words.signed, { file: flags.output })),
  );
  const lines = [
    ...signerRows(words, signer),
    [bundleWords(language).digest, made.sha256] as const,
  ];
  await write(stdout, rows(context, heading, lines));
  return EXIT.good;
}
