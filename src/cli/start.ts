import { contextOf } from "./context.js";
import type { ExitCode } from "./exit.js";
import { run } from "./program.js";

/*
 * The `amrnci` command, on a Node that is new enough. A reader that stops reading (`| head -1`) is no
 * error: the process ends quietly.
 */
const args = process.argv.slice(2);
const context = contextOf(args);

/** Telling is loaded only when there is something to tell. */
const tell = async (error: unknown): Promise<ExitCode> =>
  (await import("./tell.js")).tell(context, error);

const end = (error: unknown): void => {
  const isClosedPipe = error instanceof Error && "code" in error && error.code === "EPIPE";
  if (isClosedPipe) process.exit();
  void tell(error).then((code) => process.exit(code));
};
process.stdout.on("error", end);
process.stderr.on("error", end);
process.on("uncaughtException", end);
process.on("unhandledRejection", end);

// The code is set, not exited with: what is still on its way to a pipe must arrive.
void run(context, args)
  .catch(tell)
  .then((code) => {
    process.exitCode = code;
  });
