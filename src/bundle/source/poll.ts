import type { ActivateOptions, Activation, Rules } from "../activation/index.js";
import { codedError } from "../activation/status.js";
import type { BundleSource, FetchBundle } from "./types.js";

export type PollOptions = Partial<Omit<FetchBundle, "etag">> & Pick<ActivateOptions, "override">;

/** What asking once came to. */
export type Polled = Activation & { readonly longPolled: boolean };

/**
 * Asks a source once and activates what it gives. For hosts without a life between requests, such as
 * edge workers; others call `followBundle`.
 *
 * @throws {AmrnciError} `bundle_source_failed`, and what `Rules.activate` throws; the status has it too
 */
export const pollBundle = async (
  rules: Rules,
  source: BundleSource,
  { mayWait = false, signal = new AbortController().signal, override }: PollOptions = {},
): Promise<Polled> => {
  const fetched = await source
    .fetch({ etag: rules.status.etag, mayWait, signal })
    .catch(async (thrown: unknown) => {
      // Whoever ends the asking has not met a failure.
      signal.throwIfAborted();
      const error = codedError(thrown);
      await rules.report({ outcome: "failed", error });
      throw error;
    });
  const { longPolled } = fetched;
  if (fetched.outcome === "unchanged") {
    await rules.report({ outcome: "unchanged" });
    return { outcome: "unchanged", active: rules.current(), longPolled };
  }
  const { bytes, etag } = fetched;
  const activation = await rules.activate(bytes, { etag, ...(override && { override }) });
  return { ...activation, longPolled };
};
