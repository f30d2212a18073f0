import { fork } from "node:child_process";
import type { Task } from "./messages.js";

/** A process that says nothing for so long has met an input on which something hangs. */
export const SILENCE_MS = 60_000;

/** One input, for a process of its own. */
export interface Alone {
  readonly folder?: string;
  readonly door: string;
  /** Base64. */
  readonly input: string;
}

/** What is wrong with an input by itself, in a fresh process; null where nothing is. */
export const tryAlone = (
  { folder }: Task,
  door: string,
  input: Uint8Array,
): Promise<string | null> =>
  new Promise((resolve) => {
    const url = new URL("./alone-process.ts", import.meta.url);
    const child = fork(url, { execArgv: ["--import", "tsx", "--expose-gc"] });
    const silence = setTimeout(() => {
      resolve("hangs");
      child.kill("SIGKILL");
    }, SILENCE_MS);
    child.on("message", ({ wrong }: { wrong: string | null }) => {
      resolve(wrong);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(silence);
      resolve(`ends the process (${String(code ?? signal)})`);
    });
    const named = folder === undefined ? {} : { folder };
    const alone: Alone = { ...named, door, input: Buffer.from(input).toString("base64") };
    child.send(alone);
  });
