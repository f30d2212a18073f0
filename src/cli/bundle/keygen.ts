import { existsSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { generateKey } from "../../bundle/index.js";
import { algorithmOf, takesSecret } from "../../bundle/signature/algorithms.js";
import { signingWords } from "../../words/bundle-signing.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { write } from "../io/write.js";
import { harmless } from "../terminal/harmless.js";
import { notWritten } from "./output.js";

export interface KeygenFlags {
  signingKey: string;
  verificationKey?: string;
  signingAlg?: string;
  format: "pretty" | "json";
}

/** The `bundle keygen` command. A key that is there is never replaced: what it signed would be lost. */
export async function keygen(context: Context, flags: KeygenFlags): Promise<ExitCode> {
  const algorithm = algorithmOf(flags.signingAlg);
  checkPlaces(context, flags, algorithm);
  const { signing, verification } = await generateKey(algorithm);
  await create(context, flags.signingKey, signing, 0o600);
  if (flags.verificationKey !== undefined && verification !== undefined) {
    try {
      await create(context, flags.verificationKey, verification, 0o644);
    } catch (error) {
      // Half a pair is of no use to anybody.
      await rm(flags.signingKey, { force: true });
      throw error;
    }
  }
  const { language, stdout } = context;
  const words = signingWords(language);
  const made = {
    algorithm,
    signing_key: flags.signingKey,
    verification_key: flags.verificationKey ?? null,
  };
  const lines = [
    `${flags.signingKey}  ${takesSecret(algorithm) ? words.secret : words.private_key}`,
    ...(flags.verificationKey === undefined
      ? []
      : [`${flags.verificationKey}  ${words.public_key}`]),
  ];
  const report =
    flags.format === "json" ? JSON.stringify(made, null, 2) : lines.map(harmless).join("\n");
  await write(stdout, `${report}\n`);
  return EXIT.good;
}

function checkPlaces({ language }: Context, flags: KeygenFlags, algorithm: string): void {
  const words = signingWords(language);
  const { signingKey, verificationKey } = flags;
  const secret = takesSecret(algorithmOf(algorithm));
  const wrong = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);
  if (secret && verificationKey !== undefined) {
    throw wrong(fill(words.public_not_wanted, { algorithm }));
  }
  if (!secret && verificationKey === undefined) {
    throw wrong(fill(words.public_missing, { algorithm }));
  }
  if (verificationKey !== undefined && resolve(verificationKey) === resolve(signingKey)) {
    throw wrong(words.same_file);
  }
  for (const file of [signingKey, verificationKey]) {
    if (file !== undefined && existsSync(file)) throw wrong(fill(words.key_exists, { file }));
  }
}

/** Creates a file that must not be there, readable to nobody else from the first moment. */
async function create(context: Context, file: string, text: string, mode: number): Promise<void> {
  try {
    const handle = await open(file, "wx", mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw notWritten(context, file, error);
  }
}
