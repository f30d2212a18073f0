import { type ChildProcess, fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { Message, Task } from "./messages.js";

/** A fuzzer that says nothing for so long has met an input on which something hangs. */
const SILENCE_MS = 60_000;

export interface Heard {
  readonly count: (message: Message & { kind: "count" }) => void;
  readonly found: (door: string, why: string, input: Uint8Array) => void;
}

/** Runs one fuzzing process until it ends, or hangs and is ended. */
export const watchProcess = (task: Task, heard: Heard): Promise<void> =>
  new Promise((resolve, reject) => {
    writeFileSync(task.currentFile, Buffer.alloc(4));
    const url = new URL("./process.ts", import.meta.url);
    const child: ChildProcess = fork(url, [JSON.stringify(task)], {
      execArgv: ["--import", "tsx", "--max-old-space-size=1024"],
    });
    let last = Date.now();
    let hung = false;
    let bad = "";
    child.on("message", (message: Message) => {
      last = Date.now();
      if (message.kind === "count") heard.count(message);
      else heard.found(message.door, message.why, Buffer.from(message.input, "base64"));
    });
    const watch = setInterval(() => {
      if (Date.now() - last < SILENCE_MS) return;
      hung = true;
      child.kill("SIGKILL");
    }, 1_000);
    child.on("error", (error) => (bad = error.message));
    child.on("exit", (code) => {
      clearInterval(watch);
      if (code === 0) {
        resolve();
        return;
      }
      const { door, input } = lastInput(task.currentFile);
      if (door === null) {
        const ended = `the fuzzing process ended with ${String(code)} before its first input`;
        reject(new Error(`${ended} ${bad}`));
        return;
      }
      heard.found(door, hung ? "hangs" : `ends the process (${String(code)})`, input);
      resolve();
    });
  });

/** The input that a process was at when it ended: a line with the door, then the bytes. */
const lastInput = (file: string): { door: string | null; input: Uint8Array } => {
  const bytes = readFileSync(file);
  const all = bytes.subarray(4, 4 + bytes.readUInt32LE(0));
  const end = all.indexOf(0x0a);
  return end < 0
    ? { door: null, input: all }
    : { door: all.subarray(0, end).toString(), input: all.subarray(end + 1) };
};
