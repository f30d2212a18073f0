import type { AmrnciError } from "../../errors.js";
import { codedError, statusError } from "./status.js";
import type { StatusError } from "./types.js";

/** Carries out one attempt after the other, and knows how they ended. */
export interface Attempts {
  readonly lastAttempt: string | null;
  readonly lastSuccess: string | null;
  readonly lastError: StatusError | null;
  /** Carries out work once all before it is done; what it throws is the last error, as a coded one. */
  run<T>(work: () => Promise<T>): Promise<T>;
  succeeded(): void;
  failed(error: AmrnciError): void;
}

/** `told` is called at the end of each attempt. */
export const createAttempts = (time: () => string, told: () => void): Attempts => {
  let lastAttempt: string | null = null;
  let lastSuccess: string | null = null;
  let lastError: StatusError | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const failed = (error: AmrnciError): void => {
    lastError = statusError(error, time());
  };
  const carryOut = async <T>(work: () => Promise<T>): Promise<T> => {
    lastAttempt = time();
    try {
      return await work();
    } catch (thrown) {
      const error = codedError(thrown);
      failed(error);
      throw error;
    } finally {
      told();
    }
  };

  return {
    get lastAttempt() {
      return lastAttempt;
    },
    get lastSuccess() {
      return lastSuccess;
    },
    get lastError() {
      return lastError;
    },
    run: (work) => {
      const result = turn.then(() => carryOut(work));
      turn = result.catch(() => undefined);
      return result;
    },
    succeeded: () => {
      lastError = null;
      lastSuccess = time();
    },
    failed,
  };
};
