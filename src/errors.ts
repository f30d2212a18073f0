// The one error class of the project. Words for people stand in the rooms that throw; this file
// names what can go wrong.

/** What can go wrong, as a word that programs may rely on. */
export type ErrorCode =
  // A text or its bytes, before anything is known of its meaning (src/input).
  | "input_too_large"
  | "input_not_text"
  | "input_not_utf8"
  | "input_not_json"
  | "input_not_yaml"
  | "input_unreadable"
  | "too_deep"
  | "duplicate_key"
  | "forbidden_key"
  | "lone_surrogate"
  | "number_not_exact"
  // A document that does not follow the contract (src/evaluator/validate).
  | "incident_invalid"
  | "request_invalid"
  | "decision_invalid"
  | "fixture_invalid"
  | "reading_unknown"
  | "law_invalid"
  // The policy, its bundle and its host.
  | "bundle_unreadable"
  | "bundle_not_trusted"
  | "bundle_not_newer"
  | "bundle_not_active"
  | "bundle_source_failed"
  | "bundle_copy_corrupt"
  | "bundle_copy_failed"
  | "logic_version_mismatch"
  | "builtin_missing"
  | "policy_failed"
  | "policy_memory"
  | "no_decision"
  // A report under the Measures (src/report).
  | "rules_do_not_apply"
  // Decision records (src/records).
  | "record_failed"
  | "record_locked"
  | "records_unreadable"
  | "masking_invalid"
  | "checkpoint_not_trusted"
  // The HTTP service (src/http).
  | "not_found"
  | "method_not_allowed"
  | "media_type_unsupported"
  | "unauthorized"
  | "too_slow"
  | "too_busy"
  // Whoever called.
  | "usage"
  | "output_failed"
  | "internal";

/** What is wrong at one place of a document, as a word that programs may rely on. */
export type IssueCode =
  | "wrong_kind"
  | "missing"
  | "unknown_member"
  | "bounds_reversed"
  | "unknown_reading"
  | "unknown_option"
  | "duplicate_key"
  | "forbidden_key"
  | "lone_surrogate"
  | "number_not_exact"
  | "too_deep"
  | "syntax"
  | "schema";

/** A value as it was received, shortened for display. */
export interface Received {
  readonly type: "null" | "yes_no" | "number" | "text" | "list" | "object";
  /** The value as JSON, cut to a readable length. */
  readonly shown: string;
}

/** Where something stands in a text, both counted from 1; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a document. It is data; `messages.*.ts` of src/input give it words. */
export interface Issue {
  /** JSON Pointer (RFC 6901) to the value, or to where a missing or unknown member would stand. */
  readonly path: string;
  readonly code: IssueCode;
  /** The kind of value expected there: `quantity`, `time`, `yes_no`, `choice`, `object`, … */
  readonly expected: string;
  readonly received?: Received;
  readonly position?: Position;
  /** What a message needs beside that: the words of a choice, the nearest name, a limit. */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  /** The issue in English. */
  readonly message: string;
}

/** Why, as data: a word that programs may rely on, and what the sentence names. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface AmrnciErrorOptions {
  readonly issues?: readonly Issue[];
  /** Set where there are more issues than those listed. */
  readonly unlisted?: boolean;
  readonly reason?: Reason;
  readonly cause?: unknown;
}

/**
 * Every error that this package throws on purpose. `message` says what is wrong, where, and what to
 * do; `issues` says the same as data, place by place.
 *
 * @example
 * ```ts
 * try {
 *   validateRequest(value);
 * } catch (error) {
 *   if (error instanceof AmrnciError && error.code === "request_invalid") {
 *     for (const { path, expected } of error.issues) console.error(path, expected);
 *   }
 * }
 * ```
 */
export class AmrnciError extends Error {
  override readonly name = "AmrnciError";
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];
  /** True where there are more issues than those listed. */
  readonly unlisted: boolean;
  /** Why, more narrowly than the code says it; bundles and their keys have one. */
  readonly reason: Reason | undefined;

  constructor(code: ErrorCode, message: string, options: AmrnciErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.issues = options.issues ?? [];
    this.unlisted = options.unlisted ?? false;
    this.reason = options.reason;
  }
}

/** True for an error of this package; also across two copies of it in one program. */
export const isAmrnciError = (error: unknown): error is AmrnciError =>
  error instanceof AmrnciError ||
  (error instanceof Error && error.name === "AmrnciError" && "code" in error && "issues" in error);
