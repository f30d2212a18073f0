import { createHandler } from "../../http/index.js";
import { processMetrics } from "../../http/node/process-metrics.js";
import { listen, type RunningServer } from "../../http/node/server.js";
import { fill } from "../../words/index.js";
import { serveWords } from "../../words/serve.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { reasonOf } from "../io/bytes.js";
import { write } from "../io/write.js";
import { type ServeFlags, tokensOf, wrong } from "./flags.js";
import { createLog, requestLog } from "./log.js";
import { openRecorder, recording, recordMetrics } from "./records.js";
import { openRules } from "./rules.js";

/**
 * The `serve` command: answers over HTTP until it is told to end (SIGTERM, SIGINT). Then it takes no
 * more connections, answers what was asked, and ends what follows and records.
 */
export async function serve(context: Context, flags: ServeFlags): Promise<ExitCode> {
  const log = createLog(flags.logLevel);
  const tokens = flags.tokenFile === undefined ? [] : tokensOf(context, flags.tokenFile);
  const served = await openRules(context, flags, log);
  const { rules } = served;
  const recorder = await openRecorder(context, flags, log);
  const metrics = processMetrics();
  const handler = createHandler({
    rules,
    tokens,
    limits: { bodyBytes: flags.maxBody, concurrent: flags.maxConcurrent },
    observe: requestLog(log),
    metrics: () => metrics.text() + (recorder === undefined ? "" : recordMetrics(recorder)),
    ...(recorder === undefined ? {} : { record: recording(recorder) }),
  });
  const server = await open(context, flags, () => listen(handler, flags));
  if (tokens.length === 0 && !isLoopback(flags.host)) {
    log.warn({ host: flags.host }, "anyone who reaches this address is answered; see --token-file");
  }
  const { revision, digest, evaluator } = rules.current();
  const { law } = evaluator.data as { law: { versions: { id: string }[] } };
  const versions = law.versions.map(({ id }) => id).join(", ");
  const said = { url: server.url, versions, revision, digest };
  await write(context.stdout, `${fill(serveWords(context.language).listening, said)}\n`);

  const signal = await ended();
  log.info({ signal }, "shutting down");
  const cut = await server.close(flags.shutdownSeconds * 1_000);
  await served.stop();
  await recorder?.close();
  metrics.stop();
  if (cut > 0) log.error({ connections: cut }, "cut off");
  log.info("stopped");
  return cut > 0 ? EXIT.bad : EXIT.good;
}

const open = async (
  { language, words }: Context,
  { host, port }: ServeFlags,
  listening: () => Promise<RunningServer>,
): Promise<RunningServer> => {
  try {
    return await listening();
  } catch (error) {
    const reason = reasonOf(error, words);
    throw wrong(fill(serveWords(language).not_listening, { host, port, reason }));
  }
};

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host.startsWith("127.");

/** The signal that ends the service. A second one ends the process at once. */
const ended = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => {
        resolve(signal);
      });
    }
  });
