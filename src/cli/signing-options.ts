import { Option, type Command } from "commander";
import { ALGORITHMS } from "../bundle/signature/algorithms.js";
import { signingWords } from "../words/bundle-signing.js";
import { fill } from "../words/index.js";
import type { Context } from "./context.js";
import { oneOf } from "./usage.js";

/** `--signing-alg`, as OPA has it; RS256 is meant where it is left out. */
export function algorithmOption(context: Context): Option {
  const words = signingWords(context.language);
  const description = fill(words.help_signing_alg, { known: ALGORITHMS.join(", ") });
  return new Option("--signing-alg <algorithm>", description).argParser(
    oneOf(context, "--signing-alg", ALGORITHMS),
  );
}

/** The options that say how a bundle is verified; the names are OPA's. */
export function addVerification(command: Command, context: Context): Command {
  const words = signingWords(context.language);
  return command
    .option("--verification-key <file>", words.help_verification_key)
    .option("--verification-key-id <id>", words.help_verification_key_id)
    .addOption(algorithmOption(context))
    .option("--scope <scope>", words.help_scope);
}

/** `--bundle`, and how its signature is verified. */
export function addBundleOption(command: Command, context: Context): Command {
  const { words, language } = context;
  return addVerification(command.option("--bundle <file>", words.help_bundle), context).option(
    "--skip-verify",
    signingWords(language).help_skip_verify,
  );
}
