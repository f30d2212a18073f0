import type { Context } from "../../src/cli/context.js";
import { Failure } from "../../src/cli/failure.js";
import { AmrnciError } from "../../src/errors.js";
import { type Language, wordsOf } from "../../src/words/index.js";

/** What a command is given whose output is piped. */
export const contextIn = (language: Language): Context => {
  const pipe = { isTTY: false } as unknown;
  return {
    language,
    words: wordsOf(language),
    env: {},
    stdin: pipe as NodeJS.ReadStream,
    stdout: pipe as NodeJS.WriteStream,
    stderr: pipe as NodeJS.WriteStream,
  };
};

/** What a part of the command line gives; how it fails for people becomes the coded error that it is. */
export const coded = async <T>(run: () => T | Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Failure) throw new AmrnciError(error.code, error.message);
    throw error;
  }
};

/** Control characters and marks that turn the reading direction, which no text for people may hold. */
export const hiddenIn = (text: string): string | null =>
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.exec(
    text,
  )?.[0] ?? null;
