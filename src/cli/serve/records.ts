import type { Logger } from "pino";
import type { Decision, Request } from "../../generated/types.js";
import type { Decided } from "../../http/index.js";
import { createRecorder, type Recorder } from "../../records/index.js";
import type { Context } from "../context.js";
import { type ServeFlags, textOf } from "./flags.js";

/** Opens the decision log that a service was told to keep, if any. */
export const openRecorder = async (
  context: Context,
  { records, recordsKeyFile }: ServeFlags,
  log: Logger,
): Promise<Recorder | undefined> => {
  if (records === undefined) return undefined;
  const key = recordsKeyFile === undefined ? {} : { key: textOf(context, recordsKeyFile).trim() };
  return createRecorder({
    file: records,
    ...key,
    onNotice: (notice) => {
      log.warn(notice, "records");
    },
  });
};

/** Records what a handler decided; a decision that can't be recorded is not given. */
export const recording =
  (recorder: Recorder) =>
  async ({
    request,
    decision,
    decisionId,
    revision,
    digest,
    traceparent,
  }: Decided): Promise<void> => {
    const [, traceId, spanId] = traceparent?.split("-") ?? [];
    await recorder.record(request as Request, JSON.parse(decision) as Decision, {
      bundle: { revision, digest: digest ?? "" },
      decisionId,
      ...(traceId === undefined ? {} : { traceId }),
      ...(spanId === undefined ? {} : { spanId }),
    });
  };
