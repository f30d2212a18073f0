import { randomUUID } from "node:crypto";
import { isAmrnciError } from "../errors.js";
import type { Decision, DecisionRecord, Masking, Request } from "../generated/types.js";
import { version } from "../version.js";
import { type Body, bodyOf, type RecordEvent } from "./chain/seal.js";
import { eventOf, type Occasion } from "./event.js";
import { notWritten, said } from "./failures.js";
import { type LogFile, openLogFile, type Rotation } from "./file/log-file.js";
import { maskingKey } from "./masking/key.js";
import standard from "./masking/default.json" with { type: "json" };
import type { Notice, NoticeHandler } from "./notice.js";

/** When records reach the disk: before the decision is given, at intervals, or when the system likes. */
export type FsyncPolicy = "always" | "interval" | "never";

/** What becomes of a decision that can't be recorded. */
export type FailurePolicy = "fail_closed" | "answer_and_count";

/** How decisions are recorded. */
export interface RecorderOptions {
  /** The file to append to; it is made if it is not there, its folder is not. */
  readonly file: string;
  /** The secret by which masked texts can be compared; without it nothing tells them apart. */
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
  readonly onNotice?: NoticeHandler;
}

/** How a recorder fares. */
export interface RecorderStatus {
  readonly file: string;
  /** Records written. */
  readonly recorded: number;
  /** Decisions given without a record. */
  readonly unrecorded: number;
  /** The last record of the log, as far as it is known here. */
  readonly head: {
    readonly log: string;
    readonly sequence: number;
    readonly digest: string;
  } | null;
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

interface Pending {
  readonly event: RecordEvent;
  readonly body: Body;
  readonly settle: (record: DecisionRecord | null) => void;
  readonly fail: (error: unknown) => void;
}

/** So much is written at once at most; what comes meanwhile waits its turn. */
const BATCH_BYTES = 1024 * 1024;

/**
 * Opens a decision log and records decisions in it.
 *
 * @throws {AmrnciError} `records_unreadable` for a file that is no decision log or must not be
 * continued, `record_failed` where it can't be opened, `masking_invalid`, `usage`.
 *
 * @example
 * ```ts
 * import { createRecorder } from "amrnci/records";
 *
 * const recorder = await createRecorder({ file: "decisions.ndjson", key });
 * const decision = evaluator.evaluate(request);
 * const record = await recorder.record(request, decision, { bundle: { revision, digest } });
 * ```
 */
export const createRecorder = async (options: RecorderOptions): Promise<Recorder> => {
  const {
    fsync = "always",
    fsyncIntervalMs = 1000,
    onFailure = "fail_closed",
    rotate = {},
    lockTimeoutMs,
    onNotice = () => undefined,
  } = options;
  const setting = {
    labels: { ...options.labels, app: "amrnci", id: randomUUID(), version: version() },
    masking: options.masking === undefined ? standard : await checked(options.masking),
    key: options.key === undefined ? null : maskingKey(options.key),
  };
  const log = await opened(options.file, {
    rotate,
    durable: fsync !== "never",
    ...(lockTimeoutMs !== undefined && { lockTimeoutMs }),
  });
  const notify = (notice: Notice): void => {
    onNotice(notice);
  };
  if (log.torn !== null) notify({ code: "torn_line", file: log.file, bytes: log.torn.bytes });

  const queue: Pending[] = [];
  let recorded = 0;
  let unrecorded = 0;
  // Those that no record tells of yet.
  let untold = 0;
  let lastError: RecorderStatus["lastError"] = null;
  // Once the disk has failed to keep what was written, no later success says that it did.
  let broken: unknown;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  // One thing at a time is done with the file.
  let work: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = work.then(task);
    work = done.catch(() => undefined);
    return done;
  };

  const sync = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    try {
      await log.sync();
    } catch (error) {
      broken = error;
      throw error;
    }
  };

  const failed = (pending: readonly Pending[], cause: unknown): void => {
    const error = isAmrnciError(cause) ? cause : notWritten(log.file, cause);
    lastError = { code: error.code, message: error.message, at: new Date().toISOString() };
    if (onFailure === "fail_closed") {
      for (const { fail } of pending) fail(error);
      return;
    }
    unrecorded += pending.length;
    untold += pending.length;
    notify({ code: "unrecorded", file: log.file, count: pending.length, message: error.message });
    for (const { settle } of pending) settle(null);
  };

  const writeNext = async (): Promise<void> => {
    const batch = takeBatch(queue);
    if (batch.length === 0) return;
    if (broken !== undefined) {
      failed(batch, broken);
      return;
    }
    const told = untold;
    try {
      const { places, error } = await log.append(
        batch.map(({ body }) => body),
        told,
      );
      if (places.length > 0) untold -= told;
      if (fsync === "always" && places.length > 0) await sync();
      recorded += places.length;
      if (places.length > 0 && error === undefined) lastError = null;
      for (const [index, { event, settle }] of batch.entries()) {
        const chain = places[index];
        if (chain !== undefined) settle({ ...event, chain });
      }
      if (places.length < batch.length) failed(batch.slice(places.length), error);
      if (fsync === "interval") {
        timer ??= setTimeout(() => void inTurn(sync).catch(lateFailure), fsyncIntervalMs).unref();
      }
    } catch (error) {
      failed(batch, error);
    }
  };

  const lateFailure = (cause: unknown): void => {
    failed([], cause);
    notify({ code: "not_synced", file: log.file, message: said(cause) });
  };

  const flush = async (): Promise<void> => {
    while (queue.length > 0) await inTurn(writeNext);
    await inTurn(async () => {
      if (fsync !== "never" && broken === undefined) await sync();
    });
  };

  return {
    record: async (request, decision, occasion) => {
      if (closed) throw notWritten(log.file, new Error("the recorder is closed"));
      const event = eventOf(request, decision, occasion, setting);
      const body = bodyOf(event);
      return new Promise((settle, fail) => {
        queue.push({ event, body, settle, fail });
        void inTurn(writeNext);
      });
    },
    status: () => ({ file: log.file, recorded, unrecorded, head: log.head(), lastError }),
    flush,
    close: async () => {
      if (closed) return;
      closed = true;
      try {
        await flush();
      } finally {
        clearTimeout(timer);
        await log.close();
      }
    },
  };
};

const takeBatch = (queue: Pending[]): Pending[] => {
  let bytes = 0;
  let count = 0;
  for (const { body } of queue) {
    if (count > 0 && bytes + body.after.length > BATCH_BYTES) break;
    bytes += body.after.length;
    count += 1;
  }
  return queue.splice(0, count);
};

const checked = async (masking: Masking): Promise<Masking> =>
  (await import("./masking/check.js")).checkMasking(masking);

const opened = async (
  file: string,
  options: Omit<Parameters<typeof openLogFile>[0], "file" | "newLog">,
): Promise<LogFile> => {
  try {
    return await openLogFile({ file, newLog: randomUUID, ...options });
  } catch (error) {
    throw isAmrnciError(error) ? error : notWritten(file, error);
  }
};
