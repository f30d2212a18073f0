import { createLogUpdate } from "log-update";
import { clockWords } from "../../words/clock.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { failureOf } from "../failure-of.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { pretty, type Shown } from "./pretty.js";

const EACH_MS = 1000;

/**
 * Shows the clocks until Ctrl-C, anew each second, with the files read anew each time. A file that
 * can't be read meanwhile, such as one that is being edited, is said below what it said before.
 * Gives what was shown last.
 */
export const watch = async (context: Context, look: () => Promise<Shown>): Promise<Shown> => {
  const { stdout, stderr, env, language } = context;
  const words = clockWords(language);
  const dim = coloursFor(stdout, env).dim;
  const screen = createLogUpdate(stdout);
  const stopped = stop();
  // What is wrong at the start is wrong use; only later is there something to go on showing.
  let shown = await look();
  let trouble: string | null = null;
  try {
    for (;;) {
      const lines = pretty(context, shown).trimEnd().split("\n");
      const below = [...(trouble === null ? [] : [trouble]), dim(words.quit)];
      // What does not fit is the least urgent, and so goes first.
      const room = Math.max(3, (stdout.rows || 24) - below.length - 2);
      const cut = lines.length > room ? [...lines.slice(0, room - 1), dim("…")] : lines;
      screen([...cut, "", ...below].join("\n"));
      if (await stopped.within(EACH_MS)) return shown;
      try {
        shown = await look();
        trouble = null;
      } catch (error) {
        const { code, message } = failureOf(error, context);
        const reason = harmless(`[${code}] ${message}`);
        trouble = coloursFor(stderr, env).red(fill(words.not_read, { reason }));
      }
    }
  } finally {
    screen.done();
    stopped.end();
  }
};

/**
 * Ends the wait at a signal. The listener stays for as long as the screen is in use: what restores the
 * cursor at a signal ends the process itself where nobody else listens.
 */
const stop = (): { within(ms: number): Promise<boolean>; end(): void } => {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const asked = new AbortController();
  const abort = (): void => {
    asked.abort();
  };
  for (const signal of signals) process.on(signal, abort);
  return {
    within: (ms) =>
      new Promise((resolve) => {
        if (asked.signal.aborted) {
          resolve(true);
          return;
        }
        const done = (): void => {
          clearTimeout(timer);
          asked.signal.removeEventListener("abort", done);
          resolve(asked.signal.aborted);
        };
        const timer = setTimeout(done, ms);
        asked.signal.addEventListener("abort", done);
      }),
    end: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
};
