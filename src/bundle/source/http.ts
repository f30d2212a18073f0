import { isAmrnciError } from "../../errors.js";
import { BUNDLE_LIMITS } from "../limits.js";
import { addressOf, nameOf } from "./address.js";
import { bodyOf } from "./body.js";
import { sourceFailed } from "./fault.js";
import { linkedTo } from "./linked.js";
import { type Credentials, credentialHeaders, type Fetch, request } from "./request.js";
import type { BundleSource, Fetched, FetchBundle } from "./types.js";

export interface HttpSourceOptions extends Credentials {
  readonly url: string | URL;
  /**
   * Asks the server to answer once it has something new, for so many seconds at most, as OPA's bundle
   * API has it (`Prefer: wait=N`). A server that does not know it is polled as usual.
   */
  readonly longPollingTimeoutSeconds?: number;
  /** How long to wait for the answer, and again for its body; 30 unless given. */
  readonly timeoutSeconds?: number;
  /** The largest bundle that is received; 16 MiB unless given. */
  readonly maxBytes?: number;
  /** Takes http: from other machines than this one too. */
  readonly allowHttp?: boolean;
  /** Instead of the global `fetch`: for client certificates or a proxy. */
  readonly fetch?: Fetch;
}

const LONG_POLLING = "application/vnd.openpolicyagent.bundles";

/**
 * A bundle at an HTTPS address, as OPA's bundle API serves it: ETag and If-None-Match are used,
 * Cache-Control is not obeyed.
 *
 * @throws {AmrnciError} `usage` for an address of no use
 * @example
 * ```ts
 * const source = httpSource({
 *   url: "https://bundles.example.com/amrnci.tar.gz",
 *   token: () => readFile("/var/run/secrets/token", "utf8"),
 *   longPollingTimeoutSeconds: 30,
 * });
 * ```
 */
export const httpSource = (options: HttpSourceOptions): BundleSource => {
  const { timeoutSeconds = 30, longPollingTimeoutSeconds: wait = 0, allowHttp = false } = options;
  const url = addressOf(options.url, allowHttp);
  const name = nameOf(url);

  const fetchBundle = async ({ etag, mayWait, signal }: FetchBundle): Promise<Fetched> => {
    const waits = mayWait && wait > 0 && etag !== null;
    const asking = {
      accept: "application/gzip, application/octet-stream, */*",
      ...(etag === null ? {} : { "if-none-match": etag }),
      // We take no deltas, and say so as OPA does.
      prefer: `modes=snapshot${waits ? `;wait=${String(wait)}` : ""}`,
    };
    const timer = deadline(signal);
    try {
      const credentials = await credentialHeaders(options);
      timer.start(timeoutSeconds + (waits ? wait : 0));
      const asked = { credentials, asking, allowHttp, signal: timer.signal };
      const response = await request(url, { ...asked, fetch: options.fetch ?? uncached });
      timer.start(timeoutSeconds);
      return await answerOf(response, {
        etag,
        name,
        limit: options.maxBytes ?? BUNDLE_LIMITS.packedBytes,
      });
    } catch (thrown) {
      signal.throwIfAborted();
      if (isAmrnciError(thrown)) throw thrown;
      throw timer.signal.aborted
        ? sourceFailed("timed_out", { name, seconds: timeoutSeconds }, thrown)
        : sourceFailed("unreachable", { name, why: saidBy(thrown) }, thrown);
    } finally {
      timer.stop();
    }
  };
  return { name, fetch: fetchBundle };
};

const answerOf = async (
  response: Response,
  { etag, name, limit }: { etag: string | null; name: string; limit: number },
): Promise<Fetched> => {
  const longPolled = response.headers.get("content-type")?.startsWith(LONG_POLLING) ?? false;
  if (response.status === 304 && etag !== null) return { outcome: "unchanged", longPolled };
  if (response.status !== 200) {
    void response.body?.cancel().catch(() => undefined);
    const { status, headers } = response;
    // A date in its place is none of the numbers.
    const retryAfter = Number(headers.get("retry-after")) || 0;
    throw sourceFailed("http_status", { name, status, retry_after_seconds: retryAfter });
  }
  const bytes = await bodyOf(response, limit);
  if (bytes === null) throw sourceFailed("too_large", { name, limit });
  return { outcome: "fetched", bytes, etag: response.headers.get("etag"), longPolled };
};

/** Aborts with another signal, or once its time is up. */
const deadline = (other: AbortSignal) => {
  const linked = linkedTo(other);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    signal: linked.signal,
    start: (seconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        linked.abort();
      }, seconds * 1_000);
    },
    stop: (): void => {
      clearTimeout(timer);
      linked.release();
    },
  };
};

/**
 * A cache between us and the server would bring back yesterday's bundle. Some edge runtimes refuse the
 * option, and have no such cache.
 */
const uncached: Fetch = (url, init) =>
  fetch(url, "cache" in Request.prototype ? { ...init, cache: "no-store" } : init);

// fetch says "fetch failed" and keeps the reason.
const saidBy = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  if (cause instanceof AggregateError && cause.errors.length > 0) return saidBy(cause.errors[0]);
  return cause instanceof Error ? saidBy(cause) : thrown.message;
};
