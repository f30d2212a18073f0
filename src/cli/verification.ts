import { open } from "node:fs/promises";
import type { Trust, Verification } from "../bundle/index.js";
import { algorithmOf } from "../bundle/signature/algorithms.js";
import { signingWords } from "../words/bundle-signing.js";
import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";
import type { VerificationFlags } from "./flags.js";
import { reasonOf } from "./io/bytes.js";

/** OPA's name for a key that has none. */
export const DEFAULT_KEY_ID = "default";

const LARGEST_KEY = 64 * 1024;

/** A key from its file, every byte of it: a line end is part of a secret. */
export async function readKey({ words, language }: Context, file: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(LARGEST_KEY + 1));
      bytes = buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = reasonOf(error, words);
    throw new Failure(EXIT.wrongUse, "input_unreadable", fill(words.error_read, { file, reason }));
  }
  if (bytes.byteLength <= LARGEST_KEY) return bytes;
  throw wrong(fill(signingWords(language).key_too_large, { file }));
}

/** How a bundle is verified, by the flags of a command; undefined where no key is given. */
export async function verificationOf(
  context: Context,
  flags: VerificationFlags,
): Promise<Verification | undefined> {
  const { verificationKey: file, verificationKeyId: keyid = DEFAULT_KEY_ID, scope } = flags;
  if (file === undefined) {
    const [stray] = given(flags);
    if (stray === undefined) return undefined;
    throw wrong(fill(signingWords(context.language).key_missing, { option: stray }));
  }
  const key = { key: await readKey(context, file), algorithm: algorithmOf(flags.signingAlg) };
  return { keys: { [keyid]: key }, keyid, ...(scope !== undefined && { scope }) };
}

/** The same for a command that takes `--bundle`, which may also say that nothing is verified. */
export async function trustOf(
  context: Context,
  flags: VerificationFlags & { bundle?: string },
): Promise<Trust> {
  const words = signingWords(context.language);
  const [first] = [...(flags.skipVerify === true ? ["--skip-verify"] : []), ...given(flags)];
  if (flags.bundle === undefined && first !== undefined) {
    throw wrong(fill(words.bundle_missing, { option: first }));
  }
  if (flags.skipVerify !== true) return verificationOf(context, flags);
  if (given(flags).length > 0) throw wrong(words.key_and_skip);
  return "none";
}

const given = (flags: VerificationFlags): string[] => {
  const options: [string, unknown][] = [
    ["--verification-key", flags.verificationKey],
    ["--verification-key-id", flags.verificationKeyId],
    ["--signing-alg", flags.signingAlg],
    ["--scope", flags.scope],
  ];
  return options.filter(([, value]) => value !== undefined).map(([name]) => name);
};

const wrong = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);
