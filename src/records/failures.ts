import { AmrnciError, type ErrorCode } from "../errors.js";

/** A file that is no decision log, or one that must not be continued. */
export const unreadable = (file: string, why: string, cause?: unknown): AmrnciError =>
  failure("records_unreadable", `The decision log ${file} can't be read: ${why}.`, cause);

/** A record that could not be written. */
export const notWritten = (file: string, cause: unknown): AmrnciError =>
  failure(
    "record_failed",
    `The decision can't be recorded in ${file}: ${said(cause)}. Free or repair the disk, or record elsewhere.`,
    cause,
  );

/** What the system or a library said, in one line. */
export const said = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

const failure = (code: ErrorCode, message: string, cause: unknown): AmrnciError =>
  new AmrnciError(code, message, cause === undefined ? {} : { cause });
