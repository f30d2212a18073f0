import { pino, type Logger } from "pino";
import { isAmrnciError } from "../../errors.js";
import type { Exchange } from "../../http/index.js";
import type { RulesStatus } from "../../bundle/index.js";

/** The log of a running service: JSON lines on standard error. It holds nothing of an incident. */
export const createLog = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ fd: 2, sync: true }),
  );

/** Logs requests as they are answered. */
export const requestLog =
  (log: Logger) =>
  ({ milliseconds, decisionId, traceId, cause, ...exchange }: Exchange): void => {
    const fields = {
      ...exchange,
      ms: Math.round(milliseconds * 1_000) / 1_000,
      decision_id: decisionId,
      trace_id: traceId,
      cause: cause === undefined ? undefined : said(cause),
    };
    if (exchange.status >= 500 && exchange.route !== "/health") log.error(fields, "request");
    else log.info(fields, "request");
  };

/** Logs what becomes of the rules: each activation, and each new trouble once. */
export const rulesLog = (log: Logger): ((status: RulesStatus) => void) => {
  let digest: string | undefined;
  let trouble: string | undefined;
  let copyTrouble: string | undefined;
  return ({ active, last_error: error, copy_error: copyError, stale }) => {
    if (active !== null && active.digest !== digest) {
      ({ digest } = active);
      const { revision, origin, signer, override } = active;
      const why = override === null ? {} : { override };
      log.info({ revision, digest, origin, signer, stale, ...why }, "rules activated");
    }
    if (error !== null && error.message !== trouble) {
      log.error({ code: error.code, error: error.message }, "rules not updated");
    }
    trouble = error?.message;
    const said = [copyTrouble, error?.message];
    if (copyError !== null && !said.includes(copyError.message)) {
      log.error({ code: copyError.code, error: copyError.message }, "copy of the rules not good");
    }
    copyTrouble = copyError?.message;
  };
};

/** What went wrong, in one line. */
export const said = (thrown: unknown): string => {
  if (isAmrnciError(thrown)) return `${thrown.code}: ${thrown.message.split("\n")[0] ?? ""}`;
  return thrown instanceof Error ? thrown.message : String(thrown);
};
