import type { Evaluator } from "../evaluator/index.js";
import type { RulesSource } from "./rules.js";

/** What a handler is made of. */
export interface HandlerOptions {
  /** The rules: an evaluator, or a source whose rules change while the handler runs. */
  readonly rules: Evaluator | RulesSource;
  readonly limits?: Partial<Limits>;
  /** Bearer tokens, one of which must be sent (not for `/health`); without any, everyone may ask. */
  readonly tokens?: readonly string[];
  /** Is given each decision before it is sent. Where it throws, an error is sent instead. */
  readonly record?: (decided: Decided) => void | Promise<void>;
  /** Is told of each request once it was answered; it holds nothing of an incident. */
  readonly observe?: (exchange: Exchange) => void;
  /** More lines for `/metrics`, in the Prometheus text format. */
  readonly metrics?: () => string;
}

/** How much one request may take. */
export interface Limits {
  /** Bytes of a body, or of a line of a batch; after unpacking. */
  readonly bodyBytes: number;
  /** Milliseconds in which a body must arrive, and between two pieces of a batch. */
  readonly bodyMilliseconds: number;
  /** Requests in progress; more are told to come again. */
  readonly concurrent: number;
}

export const LIMITS: Limits = {
  bodyBytes: 1024 * 1024,
  bodyMilliseconds: 10_000,
  concurrent: 1_000,
};

/** A decision that was made for a request. */
export interface Decided {
  readonly decisionId: string;
  /** The path that was asked, such as `amrnci/decision`. */
  readonly path: string;
  readonly request: unknown;
  /** The decision as JSON text. */
  readonly decision: string;
  readonly revision: string;
  readonly digest: string | null;
  /** W3C trace context of the request, if it had one. */
  readonly traceparent?: string;
}

/** A request and how it was answered. */
export interface Exchange {
  readonly method: string;
  /** The route that answered, such as `/v1/data/*`: never an address with contents. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly decisionId?: string;
  readonly traceId?: string;
  /** The code of an error that was answered. */
  readonly code?: string;
  /** What went wrong inside, for the operator only. */
  readonly cause?: unknown;
}
