import type { Logger } from "pino";
import type { Decision, Request } from "../../generated/types.js";
import type { Decided } from "../../http/index.js";
import type { Recorder } from "../../records/index.js";
import type { Context } from "../context.js";
import { refuseStray } from "../records/options.js";
import { createRecorderFor } from "../records/recorder.js";
import type { ServeFlags } from "./flags.js";

/** Opens the decision log that a service was told to keep, if any. */
export const openRecorder = async (
  context: Context,
  flags: ServeFlags,
  log: Logger,
): Promise<Recorder | undefined> => {
  if (flags.records === undefined) {
    refuseStray(context, flags);
    return undefined;
  }
  return createRecorderFor(context, flags.records, flags, (message) => {
    log.warn({ records: flags.records }, message);
  });
};

/** Records what a handler decided, before it is given. */
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
      bundle: { revision, digest },
      decisionId,
      ...(traceId === undefined ? {} : { traceId }),
      ...(spanId === undefined ? {} : { spanId }),
    });
  };

/** How many decisions were recorded, and how many were given without a record. */
export const recordMetrics = (recorder: Recorder): string => {
  const { recorded, unrecorded } = recorder.status();
  return [
    "# HELP amrnci_decisions_recorded_total Decisions written to the decision log.",
    "# TYPE amrnci_decisions_recorded_total counter",
    `amrnci_decisions_recorded_total ${recorded}`,
    "# HELP amrnci_decisions_unrecorded_total Decisions given without a record.",
    "# TYPE amrnci_decisions_unrecorded_total counter",
    `amrnci_decisions_unrecorded_total ${unrecorded}`,
    "",
  ].join("\n");
};
