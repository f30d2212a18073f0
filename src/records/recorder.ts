import { randomUUID } from "node:crypto";
import { isAmrnciError } from "../errors.js";
import type { DecisionRecord, Masking } from "../generated/types.js";
import { version } from "../version.js";
import { type Body, bodyOf, type RecordEvent } from "./chain/seal.js";
import { eventOf } from "./event.js";
import { notRecorded, said } from "./fault.js";
import { type LogFile, type LogFileOptions, openLogFile } from "./file/log-file.js";
import standard from "./masking/default.json" with { type: "json" };
import { maskingKey } from "./masking/key.js";
import type { Recorder, RecorderOptions, RecorderStatus } from "./options.js";
import { turns } from "./turns.js";

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
 * continued, `record_failed` where it can't be opened, `record_locked`, `masking_invalid`.
 *
 * @example
 * ```ts
 * import { bundleUsed, createRecorder } from "amrnci/records";
 *
 * const recorder = await createRecorder({ file: "decisions.ndjson", key });
 * const bundle = bundleUsed(revision, bytes);
 * const decision = evaluator.evaluate(request);
 * const record = await recorder.record(request, decision, { bundle });
 * ```
 */
export const createRecorder = async (options: RecorderOptions): Promise<Recorder> => {
  const { fsync = "always", fsyncIntervalMs = 1000, onFailure = "fail_closed" } = options;
  const { onNotice = () => undefined, lockTimeoutMs } = options;
  const setting = {
    labels: { ...options.labels, app: "amrnci", id: randomUUID(), version: version() },
    masking: options.masking === undefined ? standard : await checked(options.masking),
    key: options.key === undefined ? null : maskingKey(options.key),
  };
  const log = await opened({
    file: options.file,
    newLog: randomUUID,
    rotate: options.rotate ?? {},
    durable: fsync !== "never",
    ...(lockTimeoutMs !== undefined && { lockTimeoutMs }),
  });
  const { file } = log;
  if (log.torn !== null) onNotice({ code: "torn_line", file, bytes: log.torn.bytes });

  const queue: Pending[] = [];
  const inTurn = turns();
  let recorded = 0;
  let unrecorded = 0;
  // Those of them that no record tells of yet.
  let untold = 0;
  let lastError: RecorderStatus["lastError"] = null;
  // Once the disk has failed to keep what was written, no later success says that it did.
  let broken: Error | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const failed = (pending: readonly Pending[], cause: unknown): void => {
    const error = isAmrnciError(cause)
      ? cause
      : notRecorded("system", { file, why: said(cause) }, cause);
    lastError = { code: error.code, message: error.message, at: new Date().toISOString() };
    if (onFailure === "fail_closed") {
      for (const { fail } of pending) fail(error);
      return;
    }
    unrecorded += pending.length;
    untold += pending.length;
    onNotice({ code: "unrecorded", file, count: pending.length, error });
    for (const { settle } of pending) settle(null);
  };

  const sync = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    try {
      await log.sync();
    } catch (cause) {
      broken = notRecorded("disk_lost", { file, why: said(cause) }, cause);
      throw broken;
    }
  };
  const syncLate = async (): Promise<void> => {
    try {
      await sync();
    } catch (error) {
      failed([], error);
      onNotice({ code: "not_synced", file, error });
    }
  };

  const write = async (batch: readonly Pending[]): Promise<void> => {
    if (broken !== undefined) throw broken;
    const told = untold;
    const bodies = batch.map(({ body }) => body);
    const { places, error } = await log.append(bodies, told);
    if (places.length > 0) {
      untold -= told;
      lastError = null;
      if (fsync === "always") await sync();
      if (fsync === "interval") {
        timer ??= setTimeout(() => void inTurn(syncLate), fsyncIntervalMs).unref();
      }
    }
    recorded += places.length;
    for (const [index, { event, settle }] of batch.entries()) {
      const chain = places[index];
      if (chain !== undefined) settle({ ...event, chain });
    }
    if (places.length < batch.length) failed(batch.slice(places.length), error);
  };

  const writeNext = async (): Promise<void> => {
    const batch = takeBatch(queue);
    if (batch.length === 0) return;
    try {
      await write(batch);
    } catch (error) {
      failed(batch, error);
    }
  };

  const flush = (): Promise<void> =>
    inTurn(async () => {
      while (queue.length > 0) await writeNext();
      if (fsync !== "never" && broken === undefined) await sync();
    });

  return {
    record: async (request, decision, occasion) => {
      if (closed) throw notRecorded("closed", { file });
      const event = eventOf(request, decision, occasion, setting);
      const body = bodyOf(event);
      return new Promise((settle, fail) => {
        queue.push({ event, body, settle, fail });
        void inTurn(writeNext);
      });
    },
    status: () => ({ file, recorded, unrecorded, head: log.head(), lastError }),
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

const opened = async (options: LogFileOptions): Promise<LogFile> => {
  try {
    return await openLogFile(options);
  } catch (cause) {
    if (isAmrnciError(cause)) throw cause;
    throw notRecorded("system", { file: options.file, why: said(cause) }, cause);
  }
};
