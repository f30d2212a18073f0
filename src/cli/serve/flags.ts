import { readFileSync } from "node:fs";
import { fill } from "../../words/index.js";
import { serveWords } from "../../words/serve.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import { reasonOf } from "../io/bytes.js";
import type { RecordFlags } from "../records/options.js";

/** What the `serve` command is told. */
export interface ServeFlags extends RecordFlags {
  host: string;
  port: number;
  bundle?: string;
  verificationKey?: string;
  verificationKeyId: string;
  signingAlg: string;
  scope?: string;
  skipVerify?: boolean;
  bundleTokenFile?: string;
  store?: string;
  override?: string;
  tokenFile?: string;
  maxBody: number;
  maxConcurrent: number;
  logLevel: (typeof LOG_LEVELS)[number];
  shutdownSeconds: number;
}

export const LOG_LEVELS = ["info", "debug", "warn", "error", "silent"] as const;

/** A parser of whole numbers within bounds. */
export const wholeNumber =
  ({ language }: Context, option: string, least: number, most: number) =>
  (value: string): number => {
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    throw wrong(fill(serveWords(language).bad_number, { option, value, least, most }));
  };

/** A file's text, such as that of a key; its name is known from the command line. */
export const textOf = ({ words }: Context, file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw wrong(fill(words.error_read, { file, reason: reasonOf(error, words) }));
  }
};

const SHORTEST_TOKEN = 16;

/** The bearer tokens in a file, one a line. */
export const tokensOf = (context: Context, file: string): string[] => {
  const words = serveWords(context.language);
  const tokens = textOf(context, file)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (tokens.length === 0) throw wrong(fill(words.no_tokens, { file }));
  if (tokens.some((token) => /\s/.test(token))) throw wrong(fill(words.bad_token, { file }));
  if (tokens.some((token) => token.length < SHORTEST_TOKEN)) {
    throw wrong(fill(words.short_token, { file }));
  }
  return tokens;
};

export const wrong = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);
