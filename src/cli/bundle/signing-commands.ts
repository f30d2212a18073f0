import type { Command } from "commander";
import { signingWords } from "../../words/bundle-signing.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { localise } from "../help.js";
import { choice, languageOption } from "../options.js";
import { addVerification, algorithmOption } from "../signing-options.js";
import type { KeygenFlags } from "./keygen.js";
import type { SignFlags } from "./sign.js";
import type { VerifyFlags } from "./verify.js";

type Done = (code: ExitCode) => void;

/** The options that say with what a bundle is signed; the names are those of `opa build`. */
export function addSigning(command: Command, context: Context): Command {
  const words = signingWords(context.language);
  return command
    .addOption(algorithmOption(context))
    .option("--verification-key-id <id>", words.help_verification_key_id)
    .option("--scope <scope>", words.help_scope);
}

/** `bundle sign FILE`, below a command `bundle`. */
export function addBundleSign(bundle: Command, context: Context, done: Done): void {
  const words = signingWords(context.language);
  const sign = below(bundle, "sign", words.help_sign, context)
    .argument("<file>", words.help_file)
    .requiredOption("--signing-key <file>", words.help_signing_key)
    .requiredOption("--output <file>", words.help_output)
    .option("--force", words.help_force);
  addSigning(sign, context);
  end(sign, context, "sign amrnci.tar.gz --signing-key release.pem --output signed.tar.gz").action(
    async (file: string, options: SignFlags) => {
      const { sign: run } = await import("./sign.js");
      done(await run(context, file, options));
    },
  );
}

/** `bundle verify FILE`, below a command `bundle`. */
export function addBundleVerify(bundle: Command, context: Context, done: Done): void {
  const words = signingWords(context.language);
  const verify = below(bundle, "verify", words.help_verify, context)
    .argument("<file>", words.help_file)
    .requiredOption("--verification-key <file>", words.help_verification_key);
  addSigning(verify, context);
  end(verify, context, "verify amrnci.tar.gz --verification-key release.pub.pem").action(
    async (file: string, options: VerifyFlags) => {
      const { verify: run } = await import("./verify.js");
      done(await run(context, file, options));
    },
  );
}

/** `bundle inspect FILE`, below a command `bundle`. */
export function addBundleInspect(bundle: Command, context: Context, done: Done): void {
  const words = signingWords(context.language);
  const inspect = below(bundle, "inspect", words.help_inspect, context);
  addVerification(inspect.argument("<file>", words.help_file), context);
  end(inspect, context, "inspect amrnci.tar.gz").action(
    async (file: string, options: VerifyFlags) => {
      const { inspect: run } = await import("./inspect.js");
      done(await run(context, file, options));
    },
  );
}

/** `bundle keygen`, below a command `bundle`. */
export function addBundleKeygen(bundle: Command, context: Context, done: Done): void {
  const words = signingWords(context.language);
  const keygen = below(bundle, "keygen", words.help_keygen, context)
    .requiredOption("--signing-key <file>", words.help_new_signing_key)
    .option("--verification-key <file>", words.help_new_verification_key)
    .addOption(algorithmOption(context));
  const example = "keygen --signing-key release.pem --verification-key release.pub.pem";
  end(keygen, context, example).action(async (options: KeygenFlags) => {
    const { keygen: run } = await import("./keygen.js");
    done(await run(context, options));
  });
}

function below(bundle: Command, name: string, description: string, context: Context): Command {
  return localise(bundle.command(name).description(description), context)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false);
}

function end(command: Command, context: Context, example: string): Command {
  const { words, language } = context;
  const codes = signingWords(language).help_exit_codes;
  return command
    .addOption(choice(context, "--format <format>", words.help_format, ["pretty", "json"]))
    .addOption(languageOption(context))
    .addHelpText("after", `\n${words.help_examples}\n  amrnci bundle ${example}\n\n${codes}`);
}
