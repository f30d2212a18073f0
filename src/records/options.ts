import type { Decision, DecisionRecord, Masking, Request } from "../generated/types.js";
import type { Occasion } from "./event.js";
import type { Head } from "./file/head.js";
import type { Rotation } from "./file/log-file.js";
import type { Notice } from "./notice.js";

/** When records reach the disk: before the decision is given, at intervals, or when the system likes. */
export type FsyncPolicy = "always" | "interval" | "never";

/** What becomes of a decision that can't be recorded: it is not given, or it is given and counted. */
export type FailurePolicy = "fail_closed" | "answer_and_count";

/** How decisions are recorded. */
export interface RecorderOptions {
  /** The file to append to; it is made if it is not there, its folder is not. */
  readonly file: string;
  /** The secret (32 bytes or more) by which masked texts can be compared; without it nothing tells them apart. */
  readonly key?: Uint8Array | string;
  /** What records do not show; names and all that is told in words unless given. */
  readonly masking?: Masking;
  /** `always` unless given. */
  readonly fsync?: FsyncPolicy;
  /** For `interval`; 1000 unless given. */
  readonly fsyncIntervalMs?: number;
  /** `fail_closed` unless given. */
  readonly onFailure?: FailurePolicy;
  /** Never unless given. */
  readonly rotate?: Rotation;
  /** Beside `app`, `id` and `version`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How long another process that is writing is waited for; 10,000 unless given. */
  readonly lockTimeoutMs?: number;
  /** Told what an operator should know, as it happens. */
  readonly onNotice?: (notice: Notice) => void;
}

/** How a recorder fares. */
export interface RecorderStatus {
  readonly file: string;
  /** Records written. */
  readonly recorded: number;
  /** Decisions given without a record. */
  readonly unrecorded: number;
  /** The last record of the log, as far as it is known here. */
  readonly head: Head | null;
  /** The last failure, until a record is written again. */
  readonly lastError: {
    readonly code: string;
    readonly message: string;
    readonly at: string;
  } | null;
}

/** Appends decisions to a decision log. */
export interface Recorder {
  /**
   * Records a decision. Records are written in the order of the calls. When the promise is kept, the
   * record is in the file, and under `always` on the disk; null means that the decision is to be given
   * without a record, and was counted (`answer_and_count`).
   *
   * @throws {AmrnciError} `record_failed`, `record_locked` or `records_unreadable`: the decision must
   * not be given (`fail_closed`).
   */
  record(request: Request, decision: Decision, occasion: Occasion): Promise<DecisionRecord | null>;
  status(): RecorderStatus;
  /** Waits until all records are written, and on the disk unless the policy is `never`. */
  flush(): Promise<void>;
  /** Flushes and ends; nothing can be recorded afterwards. */
  close(): Promise<void>;
}
