import type { Logger } from "pino";
import {
  bundleFolder,
  type BundleSource,
  createRules,
  fileSource,
  followBundle,
  httpSource,
  type Rules,
  type Verification,
} from "../../bundle/index.js";
import { algorithmOf } from "../../bundle/signature/algorithms.js";
import { fill } from "../../words/index.js";
import { serveWords } from "../../words/serve.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { failureOf } from "../failure-of.js";
import { Failure } from "../failure.js";
import { shippedBytes } from "../shipped.js";
import { type ServeFlags, textOf, wrong } from "./flags.js";
import { rulesLog } from "./log.js";

/** The rules that a service answers by, and the end of following their source. */
export interface ServedRules {
  readonly rules: Rules;
  stop(): Promise<void>;
}

/** Opens the rules: the shipped bundle, or one that is followed. Waits until there are some. */
export const openRules = async (
  context: Context,
  flags: ServeFlags,
  log: Logger,
): Promise<ServedRules> => {
  const { bundle, store } = flags;
  const kept = store === undefined ? {} : { store: bundleFolder(store) };
  if (bundle === undefined) {
    const rules = createRules({ verification: "none" });
    rules.subscribe(rulesLog(log));
    await orFailure(context, rules.activate(await shippedBytes()));
    return { rules, stop: () => Promise.resolve() };
  }
  const verification = verificationOf(context, flags);
  const source = await orFailure(context, () => sourceOf(context, bundle, flags));
  const rules = createRules({ verification, ...kept });
  rules.subscribe(rulesLog(log));
  const reason = flags.override;
  const override = reason === undefined ? {} : { override: { reason } };
  const following = await orFailure(context, () => followBundle({ rules, source, ...override }));
  try {
    await orFailure(context, following.loaded);
  } catch (error) {
    await following.stop();
    throw error;
  }
  return { rules, stop: () => following.stop() };
};

const isAddress = (bundle: string): boolean => /^https?:\/\//.test(bundle);

const sourceOf = (context: Context, bundle: string, flags: ServeFlags): BundleSource => {
  if (!isAddress(bundle)) return fileSource(bundle);
  const { bundleTokenFile: file } = flags;
  // Read anew at each request: such files are replaced when a token is renewed.
  const token = file === undefined ? {} : { token: () => textOf(context, file).trim() };
  return httpSource({ url: bundle, longPollingTimeoutSeconds: 30, ...token });
};

const verificationOf = (
  context: Context,
  flags: ServeFlags,
): Verification | "unsigned" | "none" => {
  const { bundle = "", verificationKey: file, verificationKeyId: keyid, scope } = flags;
  if (file === undefined) {
    if (flags.skipVerify === true) return "none";
    if (!isAddress(bundle)) return "unsigned";
    throw wrong(serveWords(context.language).unverified);
  }
  const key = { algorithm: algorithmOf(flags.signingAlg), key: textOf(context, file) };
  return { keys: { [keyid]: key }, keyid, ...(scope === undefined ? {} : { scope }) };
};

const orFailure = async <T>(context: Context, made: Promise<T> | (() => T)): Promise<T> => {
  try {
    return await (typeof made === "function" ? made() : made);
  } catch (error) {
    const { code, message } = failureOf(error, context);
    const reason = fill(context.words.error_bundle, { reason: message });
    throw new Failure(EXIT.wrongUse, code, reason);
  }
};
